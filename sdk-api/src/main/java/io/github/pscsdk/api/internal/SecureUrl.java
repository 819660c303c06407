package io.github.pscsdk.api.internal;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An address to which an authenticator may send something, or the person's phone may be sent: over TLS, or to this
 * machine.
 */
public final class SecureUrl {
    static final int MOST_CHARACTERS = 1000;

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");

    private SecureUrl() {}

    /** Empty if the text is none. */
    public static Optional<URI> of(String text) {
        try {
            return Optional.of(URI.create(text)).filter(SecureUrl::isSafe);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static boolean isSafe(URI address) {
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        var host = address.getHost();
        return host != null
                && address.toString().length() <= MOST_CHARACTERS
                && address.getRawUserInfo() == null
                && (scheme.equals("https") || scheme.equals("http") && THIS_MACHINE.contains(host));
    }
}
