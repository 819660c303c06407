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
record HelpWindows(Frame owner, DesktopModels models) {
    /** The check of this workstation, which begins. */
    void healthCheck(Texts texts) {
        models.healthCheck().examine();
        open(HealthCheckWindow.class, () -> new HealthCheckWindow(this), texts);
    }

    /** The guide, where that leads to. */
    void guide(Consumer<GuideModel> where, Texts texts) {
        where.accept(models.guide());
        open(GuideWindow.class, () -> new GuideWindow(owner, models.guide()), texts);
    }

    /** A declaration, to be copied elsewhere. */
    void copySheet(Declaration declaration, Texts texts) {
        shown(CopyWindow.class).forEach(Window::dispose);
        open(CopyWindow.class, () -> new CopyWindow(owner, declaration), texts);
    }

    private <W extends HelpDialog> Stream<W> shown(Class<W> type) {
        return Stream.of(owner.getOwnedWindows())
                .filter(type::isInstance)
                .map(type::cast)
                .filter(W::isDisplayable);
    }

    private <W extends HelpDialog> void open(Class<W> type, Supplier<W> made, Texts texts) {
        var window = shown(type).findFirst().orElseGet(made);
        window.speak(texts);
        window.setVisible(true);
        window.toFront();
    }
}
