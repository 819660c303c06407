package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.desktop.model.GuideModel;
import io.github.pscsdk.example.desktop.model.HealthCheckModel;
import java.awt.Frame;
import java.awt.Window;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Opens the windows of the menu Help, in one language: of each there is one at most, which comes to the front. */
record HelpWindows(Frame owner, HealthCheckModel healthCheck, GuideModel guide, Texts texts) {
    /** The check of this workstation, which begins. */
    void openHealthCheck() {
        healthCheck.examine();
        open(HealthCheckWindow.class, () -> new HealthCheckWindow(this));
    }

    /** The guide, where that leads to. */
    void openGuide(Consumer<GuideModel> where) {
        where.accept(guide);
        open(GuideWindow.class, () -> new GuideWindow(this));
    }

    /** A declaration, to be copied elsewhere. */
    void openCopySheet(Declaration declaration) {
        shown(CopyWindow.class).ifPresent(Window::dispose);
        open(CopyWindow.class, () -> new CopyWindow(this, declaration));
    }

    private <W extends HelpDialog> Optional<W> shown(Class<W> type) {
        return Stream.of(owner.getOwnedWindows())
                .filter(type::isInstance)
                .map(type::cast)
                .filter(W::isDisplayable)
                .findFirst();
    }

    private <W extends HelpDialog> void open(Class<W> type, Supplier<W> made) {
        var window = shown(type).orElseGet(made);
        window.setVisible(true);
        window.toFront();
    }
}
