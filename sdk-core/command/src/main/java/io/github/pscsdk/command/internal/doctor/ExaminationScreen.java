package io.github.pscsdk.command.internal.doctor;

import io.github.pscsdk.api.Examination;
import io.github.pscsdk.commandline.Screen;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.Texts;

/** Tells each examination as it ends. */
final class ExaminationScreen {
    private final Screen screen;
    private final Texts texts;

    ExaminationScreen(Screen screen, Texts texts) {
        this.screen = screen;
        this.texts = texts;
    }

    void ended(Examination examination) {
        var noteworthy = examination.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .count();
        var subject = texts.get(
                "doctor.subject." + examination.subject(),
                examination.authenticatorId().orElse(""));
        var milliseconds = examination.took().toMillis();
        screen.say(
                noteworthy == 0 ? "doctor.examined.well" : "doctor.examined.found", subject, noteworthy, milliseconds);
    }
}
