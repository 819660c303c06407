package io.github.pscsdk.workstation.internal.http;

import java.net.URI;

/**
 * Where the server half is.
 *
 * @param base scheme, host, perhaps a port and a path; ends in a slash
 */
public record ServerHalfAddress(URI base) {
    /** Checks the address, and adds the slash at its end where it lacks. */
    public ServerHalfAddress {
        if (!LoopbackOrTls.allows(base)) {
            throw new IllegalArgumentException(
                    "the server half needs an https address without user info; http only where the host is loopback");
        }
        if (base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException("the address of the server half has no query and no fragment");
        }
        if (base.getRawPath() == null || !base.getRawPath().endsWith("/")) {
            base = URI.create(base + "/");
        }
    }
}
