package io.github.pscsdk.loginui;

import java.net.URI;

/** Addresses that are safe to stand in a link. */
final class WebAddress {
    private WebAddress() {}

    /** Returns an address that is relative, or http, or https; {@code javascript:} and the like run in the host's page. */
    static URI check(URI address) {
        if (address.getScheme() != null && !isWeb(address)) {
            // It may hold a login's secret: do not echo it.
            throw new IllegalArgumentException("neither http nor https nor relative");
        }
        return address;
    }

    /** Returns an address that leads there from anywhere. */
    static URI checkAbsolute(URI address) {
        if (!isWeb(address)) {
            throw new IllegalArgumentException("not an absolute address with http or https");
        }
        return address;
    }

    private static boolean isWeb(URI address) {
        return ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()))
                && address.getHost() != null;
    }
}
