package io.github.pscsdk.workstation.internal.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where the server half is.
 *
 * @param base scheme, host, perhaps a port and a path; ends in a slash
 */
public record ServerHalfAddress(URI base) {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

    /** Checks the address, and adds the slash at its end where it lacks. */
    public ServerHalfAddress {
        if (!isSafe(base)) {
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

    /**
     * Whether a login may use the address: {@code https} anywhere, {@code http} on this machine only. Looks at the text of the host alone: a
     * name that merely resolves to this machine today does not count.
     */
    static boolean isSafe(URI address) {
        if (address.getHost() == null || address.getScheme() == null || address.getUserInfo() != null) {
            return false;
        }
        return switch (address.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> true;
            case "http" ->
                LOOPBACK.matcher(address.getHost().toLowerCase(Locale.ROOT)).matches();
            default -> false;
        };
    }
}
