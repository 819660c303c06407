package io.github.pscsdk.spring;

import java.net.URI;

/**
 * How browsers reach the application.
 *
 * @param base scheme and host, without a slash at its end
 */
public record PscSite(URI base) {
    /**
     * Where a login begins. Absolute, so that a browser which came by another name of this host ends up at the one that was
     * declared to ANS, and its cookies with it.
     */
    public URI login() {
        return base.resolve(PscAddresses.LOGIN);
    }

    /** Whether cookies are for https alone. */
    public boolean usesHttps() {
        return "https".equals(base.getScheme());
    }
}
