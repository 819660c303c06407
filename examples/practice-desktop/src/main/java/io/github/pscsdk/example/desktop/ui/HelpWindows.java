package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.office.DesktopModels;
import java.awt.Frame;
import java.util.Arrays;
import java.util.function.Supplier;

/** Opens the windows of the menu Help: of each there is one at most, which comes to the front. */
final class HelpWindows {
    private final Frame owner;
    private final DesktopModels office;

    HelpWindows(Frame owner, DesktopModels office) {
        this.owner = owner;
        this.office = office;
    }

    /** The check of this workstation, which begins. */
    void doctor(Texts texts) {
        office.doctor().examine();
        open(DoctorWindow.class, () -> new DoctorWindow(owner, office.doctor(), office.archive(), this), texts);
    }

    /** The guide at its start. */
    void guide(Texts texts) {
        office.guide().start();
        openGuide(texts);
    }

    /** The guide where a login that was refused goes on. */
    void guideAfter(Problem refusal, Texts texts) {
        office.guide().after(refusal);
        openGuide(texts);
    }

    /** The guide where that finding goes on. */
    void guideFrom(Diagnostic finding, Texts texts) {
        office.guide().mend(finding);
        openGuide(texts);
    }

    private void openGuide(Texts texts) {
        open(GuideWindow.class, () -> new GuideWindow(owner, office.guide()), texts);
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
