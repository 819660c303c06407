package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.LoginDialog;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.http.PendingLogin;
import java.net.URI;

/** Gets the person to the login page: in a browser of this machine, or by an address that the host shows. */
final class LoginPage {
    private final Surroundings surroundings;
    private final LoginDialog dialog;

    LoginPage(Surroundings surroundings, LoginDialog dialog) {
        this.surroundings = surroundings;
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
            BrowserWindow.open(page, surroundings.browser(), surroundings.threads());
        } catch (PscException e) {
            if (e.problem() != LoginProblem.BROWSER_NOT_OPENED || !dialog.browserPage(page)) {
                throw e;
            }
        }
    }
}
