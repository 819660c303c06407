package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.page.Html;
import io.github.pscsdk.testkit.simulator.internal.page.PageHandler;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import java.util.Map;
import java.util.Optional;

/** The card that a person has at hand, and the button that puts it in or pulls it out. */
final class CardPanel implements PageHandler {
    private static final String PATH = "/cps-gestion/card";

    private final CardInHand hand;

    CardPanel(CardInHand hand) {
        this.hand = hand;
    }

    @Override
    public Reply answer(PageRequest request) {
        return request.see("/cps-gestion" + (request.isForm() ? move(request) : "") + "#card");
    }

    /** What is asked for, not the contrary of what is: a button pressed twice moves the card once. */
    private String move(PageRequest request) {
        var move = request.parameter("move").orElse("");
        if (move.equals("remove")) {
            hand.remove();
        }
        return move.equals("insert") && !hand.insert() ? "?problem=reader" : "";
    }

    /** Changes when the card is moved. */
    String state() {
        return hand.isInserted() ? "in" : "out";
    }

    Html markup(PageRequest request) {
        var isIn = hand.isInserted();
        var failed = Optional.of("card.reader-silent")
                .filter(key -> !isIn && request.parameter("problem").equals(Optional.of("reader")));
        return request.form(
                PATH,
                isIn ? "card-in" : "card-out",
                Map.of("reader", hand.readerName(), "problem", request.problem(failed)));
    }
}
