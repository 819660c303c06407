package io.github.pscsdk.workstation;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;

/**
 * Pro Santé Connect's page in the system browser, where the person chooses card or e-CPS. Needs no device, no plug-in and no
 * name; where the request gives one, nobody else gets the session. Holds no state.
 */
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
}
