package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.work.OutboxModel;

/** What is happening between this workstation and the receiver, in words. */
final class SendingWords {
    private SendingWords() {}

    /** @param otherwise where nothing is being sent, and nothing stood in the way */
    static String of(OutboxModel model, String otherwise, Texts texts) {
        if (model.isBusy()) {
            return texts.get("outbox.busy");
        }
        return model.trouble()
                .map(problem -> problem.remedy(texts.language().locale()).title())
                .orElse(otherwise);
    }
}
