package io.github.pscsdk.relyingparty.session;

import io.github.pscsdk.relyingparty.RelyingParty;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/**
 * A browser login that was begun: send the browser to {@code authorizationUri} and keep {@code state} bound to that
 * browser (a short-lived cookie), so that nobody finishes another one's login (RFC 9700, section 4.7).
 *
 * @param authorizationUri where the professional logs in; holds the state, so it is not for a log
 * @param state the value to hand to {@link RelyingParty#completeBrowserLogin}; single use
 * @param expiresAt when the login is given up
 */
public record BrowserLogin(URI authorizationUri, String state, Instant expiresAt) {
    public BrowserLogin {
        Objects.requireNonNull(authorizationUri, "authorizationUri");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    @Override
    public String toString() {
        return "BrowserLogin[" + authorizationUri.getHost() + ", until " + expiresAt + "]";
    }
}
