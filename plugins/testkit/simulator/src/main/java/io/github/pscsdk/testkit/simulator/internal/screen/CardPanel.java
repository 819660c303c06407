package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.page.Html;
import io.github.pscsdk.testkit.simulator.internal.page.PageHandler;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import java.util.Map;
import java.util.Optional;

/** The part of the page with the button that inserts or removes the card. */
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

    /** Does what the button named, and does not toggle: a button that is pressed twice moves the card once. */
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
