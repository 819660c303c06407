package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.simulator.internal.device.Prompt;
import io.github.pscsdk.testkit.simulator.internal.device.Prompts;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;

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
        return PendingPromptsPage.page(request, "phone", "screen/phone", pending, pending);
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
}
