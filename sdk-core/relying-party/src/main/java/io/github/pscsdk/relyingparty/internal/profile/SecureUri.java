package io.github.pscsdk.relyingparty.internal.profile;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Decides which addresses may be sent a secret: https anywhere, plain http on the loopback interface only. */
public final class SecureUri {
    // Names and literals only: asking a name server would let it decide what counts as this machine.
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

    private SecureUri() {}

    /**
     * Refuses an address that is relative, carries a user or a fragment, or would send secrets in the clear; {@code
     * what} names it in the message.
     */
    public static void require(URI uri, String what) {
        if (Objects.requireNonNull(uri, what).getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(what + " must be an absolute address without user and fragment");
        }
        if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && isLoopback(uri))) {
            throw new IllegalArgumentException(what + " must be https; plain http is for loopback addresses only");
        }
    }

    /** Whether an address has the origin of the other, and nothing besides: no user and no fragment. */
    public static boolean isOn(URI pin, URI address) {
        return origin(pin).equals(origin(address))
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null;
    }

    /** Scheme, host and port, which may be the scheme's own. */
    public static String origin(URI uri) {
        var port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
        return (uri.getScheme() + "://" + uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    /** Whether the host is this machine, judged by its spelling. */
    public static boolean isLoopback(URI uri) {
        return uri.getHost() != null && LOOPBACK.matcher(uri.getHost()).matches();
    }
}
