package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.simulator.internal.device.Prompt;
import io.github.pscsdk.testkit.simulator.internal.device.Prompts;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.page.Html;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import java.util.Map;

/** The page {@code /phone}: the e-CPS application of all fictitious professionals. */
record PhoneScreen(Prompts prompts) {
    private static final String CHANNEL = "MOBILE";

    Reply state() {
        return PageRequest.state(PendingPromptsPage.state(prompts.pending(CHANNEL)));
    }

    Reply answer(PageRequest request) {
        if (request.isForm()) {
            return request.see("/phone?outcome=" + settle(request));
        }
        var pending = prompts.pending(CHANNEL);
        return PendingPromptsPage.page(
                request,
                "phone",
                Map.of("state", PendingPromptsPage.state(pending)),
                pending,
                prompt -> item(request, prompt));
    }

    private String settle(PageRequest request) {
        var prompt = prompts.find(CHANNEL, request.parameter("prompt").orElse(""));
        if (prompt.isEmpty()) {
            return "late";
        }
        var number = request.parameter("number");
        if (number.isEmpty()) {
            prompt.get().refuse();
            return "refused";
        }
        prompt.get().choose(number.get());
        return prompt.get().state() == Prompt.State.APPROVED ? "approved" : "wrong-number";
    }

    private static Html item(PageRequest request, Prompt prompt) {
        var question = prompt.question();
        var matching = prompt.choices().size() > 1;
        var choices = prompt.choices().stream()
                .map(number -> request.part(matching ? "phone-choice" : "phone-confirm", Map.of("number", number)));
        return request.part(
                "phone-request",
                Map.of(
                        "prompt", prompt.id(),
                        "service", question.service(),
                        "holder", PendingPromptsPage.name(question.holder()),
                        "before", PendingPromptsPage.time(prompt.expiresAt()),
                        "question",
                                request.part(
                                        matching ? "phone-match" : "phone-compare",
                                        Map.of("number", question.number())),
                        "choices", Html.join(choices)));
    }
}
