package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.desktop.model.GuideModel;
import io.github.pscsdk.example.desktop.model.HealthCheckModel;
import java.awt.Frame;
import java.awt.Window;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Opens the windows of the menu Help, in one language: of each there is one at most. */
record HelpWindows(Frame owner, HealthCheckModel healthCheck, GuideModel guide, Texts texts) {
    /** The check of this workstation, which begins. */
    void openHealthCheck() {
        healthCheck.examine();
        open(new HealthCheckWindow(this));
    }

    /** The guide, where that leads to. */
    void openGuide(Consumer<GuideModel> where) {
        where.accept(guide);
        open(new GuideWindow(this));
    }

    /** A declaration, to be copied elsewhere. */
    void openCopySheet(Declaration declaration) {
        open(new CopyWindow(this, declaration));
    }

    /** In place of the former one. */
    private void open(HelpDialog window) {
        Stream.of(owner.getOwnedWindows())
                .filter(other -> other != window && other.getClass() == window.getClass())
                .forEach(Window::dispose);
        window.setVisible(true);
    }
}
