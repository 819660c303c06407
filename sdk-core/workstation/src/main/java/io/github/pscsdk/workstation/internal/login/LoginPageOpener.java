package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.LoginDialog;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.http.PolledLogin;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Opens the login page in the browser of this machine; where that fails, asks the host to show its address. */
public final class LoginPageOpener {
    private final LoginServices services;
    private final LoginDialog dialog;

    LoginPageOpener(LoginServices services, LoginDialog dialog) {
        this.services = services;
        this.dialog = dialog;
    }

    /** Cancels the login where neither works. */
    void open(PolledLogin pending) throws PscException, InterruptedException {
        var reachable = false;
        try {
            show(pending.authorizationUri().orElseThrow());
            reachable = true;
        } finally {
            if (!reachable) {
                pending.cancel();
            }
        }
    }

    private void show(URI page) throws PscException, InterruptedException {
        try {
            openInBrowser(page);
        } catch (PscException e) {
            if (e.problem() != LoginProblem.BROWSER_NOT_OPENED || !dialog.browserPage(page)) {
                throw e;
            }
        }
    }

    /** On a thread of the engine: AWT keeps the class loader of the thread that first calls it, and that may be a plug-in's. */
    private void openInBrowser(URI page) throws PscException, InterruptedException {
        try {
            CompletableFuture.runAsync(() -> services.browser().accept(page), services.threads())
                    .get();
        } catch (ExecutionException e) {
            // Without the cause: its message may repeat the address, with which anybody could finish the login.
            throw new PscException(
                    LoginProblem.BROWSER_NOT_OPENED,
                    "threw " + e.getCause().getClass().getName());
        }
    }

    /**
     * Opens the page in the desktop's default browser and returns at once. AWT is not loaded before.
     *
     * @throws UnsupportedOperationException on a machine without a desktop
     * @throws UncheckedIOException if the browser cannot be started
     */
    public static void openInSystemBrowser(URI page) {
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
