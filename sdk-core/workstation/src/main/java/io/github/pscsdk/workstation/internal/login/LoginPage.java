package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.LoginDialog;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.http.PendingLogin;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Gets the person to the login page: in a browser of this machine, or by an address that the host shows. */
final class LoginPage {
    private final LoginServices services;
    private final LoginDialog dialog;

    LoginPage(LoginServices services, LoginDialog dialog) {
        this.services = services;
        this.dialog = dialog;
    }

    /** Ends the login where nobody can get there. */
    void open(PendingLogin pending) throws PscException, InterruptedException {
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

    /** On a thread of the engine, for a desktop toolkit keeps what it was first called from. */
    private void openInBrowser(URI page) throws PscException, InterruptedException {
        try {
            CompletableFuture.runAsync(() -> services.browser().accept(page), services.threads())
                    .get();
        } catch (ExecutionException e) {
            // Without the cause: its message would repeat the address, which can finish the login.
            throw new PscException(
                    LoginProblem.BROWSER_NOT_OPENED,
                    "threw " + e.getCause().getClass().getName());
        }
    }
}
