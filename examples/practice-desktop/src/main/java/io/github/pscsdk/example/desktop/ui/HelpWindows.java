package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.session.DesktopModels;
import java.awt.Frame;
import java.util.Arrays;
import java.util.function.Supplier;

/** Opens the windows of the menu Help: of each there is one at most, which comes to the front. */
final class HelpWindows {
    private final Frame owner;
    private final DesktopModels models;

    HelpWindows(Frame owner, DesktopModels models) {
        this.owner = owner;
        this.models = models;
    }

    /** The check of this workstation, which begins. */
    void healthCheck(Texts texts) {
        models.healthCheck().examine();
        open(
                HealthCheckWindow.class,
                () -> new HealthCheckWindow(owner, models.healthCheck(), models.archive(), this),
                texts);
    }

    /** The guide at its start. */
    void guide(Texts texts) {
        models.guide().start();
        openGuide(texts);
    }

    /** The guide where a login that was refused goes on. */
    void guideAfter(Problem refusal, Texts texts) {
        models.guide().after(refusal);
        openGuide(texts);
    }

    /** The guide where that finding goes on. */
    void guideFrom(Diagnostic finding, Texts texts) {
        models.guide().mend(finding);
        openGuide(texts);
    }

    private void openGuide(Texts texts) {
        open(GuideWindow.class, () -> new GuideWindow(owner, models.guide()), texts);
    }

    private <W extends HelpDialog> void open(Class<W> type, Supplier<W> made, Texts texts) {
        var window = Arrays.stream(owner.getOwnedWindows())
                .filter(type::isInstance)
                .map(type::cast)
                .filter(W::isDisplayable)
                .findFirst()
                .orElseGet(made);
        window.speak(texts);
        window.setVisible(true);
        window.toFront();
    }
}
