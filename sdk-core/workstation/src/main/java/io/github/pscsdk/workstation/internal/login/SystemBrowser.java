package io.github.pscsdk.workstation.internal.login;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.Consumer;

/** The desktop's default browser. AWT is not loaded before the first page is opened. */
public final class SystemBrowser implements Consumer<URI> {

    /**
     * Opens the page and returns at once.
     *
     * @throws UnsupportedOperationException on a machine without a desktop
     * @throws UncheckedIOException if the browser cannot be started
     */
    @Override
    public void accept(URI page) {
        if (GraphicsEnvironment.isHeadless()
                || !Desktop.isDesktopSupported()
                || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
            throw new UnsupportedOperationException("this machine has no desktop that opens pages");
        }
        try {
            Desktop.getDesktop().browse(page);
        } catch (IOException e) {
            throw new UncheckedIOException("the desktop did not open its browser", e);
        }
    }
}
