package io.github.pscsdk.testkit.internal.screen;

import io.github.pscsdk.testkit.internal.device.Cards;
import io.github.pscsdk.testkit.internal.device.Prompt;
import io.github.pscsdk.testkit.internal.device.Prompts;
import io.github.pscsdk.testkit.internal.http.Reply;
import io.github.pscsdk.testkit.internal.page.Attribute;
import io.github.pscsdk.testkit.internal.page.Html;
import io.github.pscsdk.testkit.internal.page.PageRequest;
import io.github.pscsdk.testkit.internal.page.Screen;
import java.util.Map;
import java.util.Optional;

/** Stands in for CPS-Gestion: asks for the code porteur of the simulated card, and forgets it. */
final class CardScreen implements Screen {
    private static final String CHANNEL = "CARD";

    private final Prompts prompts;
    private final Cards cards;

    CardScreen(Prompts prompts, Cards cards) {
        this.prompts = prompts;
        this.cards = cards;
    }

    Reply state() {
        return PageRequest.state(Waiting.state(prompts.pending(CHANNEL)));
    }

    @Override
    public Reply answer(PageRequest request) {
        if (request.isForm()) {
            var asked = request.parameter("prompt").orElse("");
            return request.see("/cps-gestion" + request.query(Map.of("outcome", settle(request), "prompt", asked)));
        }
        return Waiting.page(request, "cps-gestion", prompts.pending(CHANNEL), prompt -> item(request, prompt));
    }

    private String settle(PageRequest request) {
        var found = prompts.find(CHANNEL, request.parameter("prompt").orElse(""));
        if (found.isEmpty()) {
            return "late";
        }
        var prompt = found.get();
        if (request.parameter("refuse").isPresent()) {
            prompt.refuse();
            return "refused";
        }
        var code = request.parameter("code").orElse("");
        return switch (cards.tryCode(card(prompt), code)) {
            case RIGHT -> {
                prompt.approve();
                yield "approved";
            }
            case WRONG -> "wrong-code";
            case NOT_A_CODE -> "not-a-code";
            case BLOCKED -> {
                prompt.refuse();
                yield "blocked";
            }
        };
    }

    private static String card(Prompt prompt) {
        return prompt.question().holder().nationalId().value();
    }

    private Html item(PageRequest request, Prompt prompt) {
        var question = prompt.question();
        var blocked = cards.isBlocked(card(prompt));
        var problem = Waiting.outcome(request)
                .filter(outcome -> request.parameter("prompt").equals(Optional.of(prompt.id())));
        return request.part(
                blocked ? "cps-gestion-blocked" : "cps-gestion-request",
                Map.of(
                        "prompt", prompt.id(),
                        "service", question.service(),
                        "holder", Waiting.name(question.holder()),
                        "number", question.number(),
                        "before", Waiting.time(prompt.expiresAt()),
                        "tries", cards.triesLeft(card(prompt)),
                        "problem", request.problem(problem.map(Waiting::text)),
                        "invalid", Attribute.INVALID.when(problem.isPresent()),
                        "focused", Attribute.FOCUSED.when(problem.isPresent())));
    }
}
