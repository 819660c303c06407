package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.simulator.internal.device.PendingCardRequests;
import io.github.pscsdk.testkit.simulator.internal.device.Prompt;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.page.Attribute;
import io.github.pscsdk.testkit.simulator.internal.page.Html;
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

    private String digest() {
        return PendingPromptsPage.state(requests.pending())
                + hand.map(card -> card.isInserted() ? "in" : "out").orElse("");
    }

    Reply answer(PageRequest request) {
        if (request.isForm()) {
            var asked = request.parameter("prompt").orElse("");
            return request.see(
                    "/cps-gestion" + FormParameters.query(Map.of("outcome", settle(request), "prompt", asked)));
        }
        var hint = requests.arePretended() ? "cps-gestion.hint" : "cps-gestion.hint.reader";
        var more = Map.of(
                "state", digest(),
                "hint", request.texts().get(hint),
                "card", hand.map(card -> button(request, card)).orElse(Html.NOTHING));
        return PendingPromptsPage.page(
                request, "cps-gestion", more, requests.pending(), prompt -> item(request, prompt));
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

    private Html item(PageRequest request, Prompt prompt) {
        var question = prompt.question();
        var tries = requests.triesLeft(prompt);
        var isBlocked = tries.isPresent() && tries.getAsInt() == 0;
        var problem = PendingPromptsPage.outcome(request)
                .filter(outcome -> request.parameter("prompt").equals(Optional.of(prompt.id())));
        return request.part(
                isBlocked ? "cps-gestion-blocked" : "cps-gestion-request",
                Map.of(
                        "prompt", prompt.id(),
                        "service", question.service(),
                        "holder", PendingPromptsPage.name(question.holder()),
                        "number", question.number(),
                        "before", PendingPromptsPage.time(prompt.expiresAt()),
                        "tries", tries.isPresent() ? String.valueOf(tries.getAsInt()) : "–",
                        "problem", request.problem(problem.map(PendingPromptsPage::text)),
                        "invalid", Attribute.INVALID.when(problem.isPresent()),
                        "focused", Attribute.FOCUSED.when(problem.isPresent())));
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

    private static Html button(PageRequest request, CardInHand hand) {
        var isIn = hand.isInserted();
        var failed = Optional.of("card.reader-silent")
                .filter(key -> !isIn && request.parameter("problem").equals(Optional.of("reader")));
        return request.form(
                CARD,
                isIn ? "card-in" : "card-out",
                Map.of("reader", hand.readerName(), "problem", request.problem(failed)));
    }
}
