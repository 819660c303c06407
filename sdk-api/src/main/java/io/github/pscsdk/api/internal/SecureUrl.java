package io.github.pscsdk.api.internal;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address to which the workstation or an authenticator may send something, or the person's browser or phone may be
 * sent: over TLS, or to this machine.
 */
public final class SecureUrl {
    private static final int MOST_CHARACTERS = 1000;

    private static final Pattern THIS_MACHINE =
            Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

    private SecureUrl() {}

    /** An address that an authenticator names; empty if the text is none, or is longer than such an address may be. */
    public static Optional<URI> of(String text) {
        try {
            return Optional.of(URI.create(text))
                    .filter(address -> text.length() <= MOST_CHARACTERS)
                    .filter(SecureUrl::isSafe);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it is {@code https}, or {@code http} where the host is written as loopback; without a user. */
    public static boolean isSafe(URI address) {
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        var host = address.getHost();
        return host != null
                && address.getRawUserInfo() == null
                && (scheme.equals("https")
                        || scheme.equals("http") && THIS_MACHINE.matcher(host).matches());
    }
}
