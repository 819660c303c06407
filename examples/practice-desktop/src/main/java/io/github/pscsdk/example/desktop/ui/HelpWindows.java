package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.desktop.model.DesktopModels;
import io.github.pscsdk.example.desktop.model.GuideModel;
import java.awt.Frame;
import java.awt.Window;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Opens the windows of the menu Help: of each there is one at most, which comes to the front. */
record HelpWindows(Frame owner, DesktopModels models, Texts texts) {
    /** The check of this workstation, which begins. */
    void healthCheck() {
        models.healthCheck().examine();
        open(HealthCheckWindow.class, () -> new HealthCheckWindow(this));
    }

    /** The guide, where that leads to. */
    void guide(Consumer<GuideModel> where) {
        where.accept(models.guide());
        open(GuideWindow.class, () -> new GuideWindow(this));
    }

    /** A declaration, to be copied elsewhere. */
    void copySheet(Declaration declaration) {
        shown(CopyWindow.class).forEach(Window::dispose);
        open(CopyWindow.class, () -> new CopyWindow(this, declaration));
    }

    /** The same in another language, and so the windows that are open. */
    HelpWindows in(Texts other) {
        var now = new HelpWindows(owner, models, other);
        shown(HelpDialog.class).forEach(window -> window.speak(now));
        return now;
    }

    private <W extends HelpDialog> Stream<W> shown(Class<W> type) {
        return Stream.of(owner.getOwnedWindows())
                .filter(type::isInstance)
                .map(type::cast)
                .filter(W::isDisplayable);
    }

    private <W extends HelpDialog> void open(Class<W> type, Supplier<W> made) {
        var window = shown(type).findFirst().orElseGet(made);
        window.setVisible(true);
        window.toFront();
    }
}
