package io.github.pscsdk.workstation;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import java.awt.Desktop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** Pro Santé Connect's page in the system browser. Where the request names a person, nobody else gets the session. */
final class BrowserAuthenticator implements Authenticator {
    static final String ID = "browser";

    private static final AuthenticatorDescriptor DESCRIPTOR = AuthenticatorDescriptor.of(
            ID, WayIn.BROWSER, "Navigateur (page Pro Santé Connect)", "Browser (Pro Santé Connect page)");

    @Override
    public AuthenticatorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        var named = request.nationalId();
        return named.isPresent() ? context.browser(named.get()) : context.browser();
    }

    /**
     * Opens the page in the desktop's default browser and returns at once, or throws where it cannot. AWT is not loaded
     * before.
     */
    static void openInSystemBrowser(URI page) {
        try {
            Desktop.getDesktop().browse(page);
        } catch (IOException e) {
            throw new UncheckedIOException("the desktop did not open its browser", e);
        }
    }
}
