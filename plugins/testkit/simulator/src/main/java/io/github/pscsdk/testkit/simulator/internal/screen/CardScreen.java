package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.simulator.internal.device.PendingCardRequests;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The page {@code /cps-gestion}, which asks for the code porteur of the card, and keeps no code. */
record CardScreen(PendingCardRequests requests, Optional<CardInHand> hand) {
    /** The address of the button that inserts or removes the card. */
    static final String CARD = "/cps-gestion/card";

    Reply state() {
        return PageRequest.state(digest());
    }

    String digest() {
        return PendingPromptsPage.state(requests.pending())
                + hand.map(card -> card.isInserted() ? "in" : "out").orElse("");
    }

    Reply answer(PageRequest request) {
        if (request.isForm()) {
            var asked = request.parameter("prompt").orElse("");
            return request.see(
                    "/cps-gestion" + FormParameters.query(Map.of("outcome", settle(request), "prompt", asked)));
        }
        return PendingPromptsPage.page(request, "cps-gestion", "screen/gestion", requests.pending(), this);
    }

    private String settle(PageRequest request) {
        var found = requests.find(request.parameter("prompt").orElse(""));
        if (found.isEmpty()) {
            return "late";
        }
        if (request.parameter("refuse").isPresent()) {
            found.get().refuse();
            return "refused";
        }
        var code = request.parameter("code").orElse("").toCharArray();
        try {
            var verdict = requests.enter(found.get(), code);
            return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
        } finally {
            Arrays.fill(code, '0');
        }
    }

    /**
     * Inserts or removes the card as the button named, and does not toggle: a button that is pressed twice moves the
     * card once.
     */
    static Reply move(PageRequest request, CardInHand hand) {
        var move = request.isForm() ? request.parameter("move").orElse("") : "";
        if (move.equals("remove")) {
            hand.remove();
        }
        var isSilent = move.equals("insert") && !hand.insert();
        return request.see("/cps-gestion" + (isSilent ? "?problem=reader" : "") + "#card");
    }

    /** The key of the text that the reader did not answer to the button. */
    static Optional<String> silence(PageRequest request, boolean isInserted) {
        return Optional.of("card.reader-silent")
                .filter(key -> !isInserted && request.parameter("problem").equals(Optional.of("reader")));
    }
}
