package io.github.pscsdk.workstation.internal.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** The addresses that a login may use: {@code https} anywhere, {@code http} on this machine only. */
final class LoopbackOrTls {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

    private LoopbackOrTls() {}

    /** Looks at the text of the host alone: a name that merely resolves to this machine today does not count. */
    static boolean allows(URI address) {
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
