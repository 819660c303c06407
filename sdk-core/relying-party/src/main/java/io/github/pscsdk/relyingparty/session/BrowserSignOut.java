package io.github.pscsdk.relyingparty.session;

import java.net.URI;
import java.util.Objects;

/**
 * An explicit logout by way of the browser: the session is over here; send the browser to {@code endSessionUri}, so
 * that PSC ends its own. It comes back with {@code state} or, as seen at the real service, without: keep it in a
 * short-lived cookie and refuse only a state that differs.
 *
 * @param endSessionUri holds the ID token as hint, so it is not for a log
 * @param state what the return may bring along (OpenID Connect RP-Initiated Logout 1.0, section 2)
 */
public record BrowserSignOut(URI endSessionUri, String state) {
    public BrowserSignOut {
        Objects.requireNonNull(endSessionUri, "endSessionUri");
        Objects.requireNonNull(state, "state");
    }

    @Override
    public String toString() {
        return "BrowserSignOut[" + endSessionUri.getHost() + "]";
    }
}
