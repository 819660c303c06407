package io.github.pscsdk.httpclient.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Challenge;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Logs in at a proxy that asks for it, by the scheme Basic.
 *
 * @param authorization the value of {@code Proxy-Authorization}
 */
public record ProxyLogin(Optional<String> authorization) implements Authenticator {
    private static final String HEADER = "Proxy-Authorization";

    /** The scheme of OkHttp's own question whether to log in before the proxy asks. */
    private static final String BEFORE_ASKED = "OkHttp-Preemptive";

    /** The request with the login, once, where the proxy offers the scheme for it; null where nothing is to be said. */
    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response asked) throws UnmetException {
        var schemes = asked.challenges().stream()
                .map(Challenge::scheme)
                .filter(scheme -> !BEFORE_ASKED.equals(scheme))
                .distinct()
                .toList();
        // Through a tunnel it is not the proxy that asks.
        if (schemes.isEmpty() || !"CONNECT".equals(asked.request().method())) {
            return null;
        }
        var unmet = new UnmetException(schemes);
        var isFirst = asked.request().header(HEADER) == null;
        if (authorization.isEmpty() || !isFirst || !unmet.isPossible()) {
            throw unmet;
        }
        return asked.request().newBuilder().header(HEADER, authorization.get()).build();
    }

    /** Without the login. */
    @Override
    public String toString() {
        return "ProxyLogin[…]";
    }

    /** The proxy wants a login that it did not get. */
    public static final class UnmetException extends IOException {
        private static final long serialVersionUID = 1;

        private final transient List<String> schemes;

        UnmetException(List<String> schemes) {
            super("the HTTP proxy wants a login");
            this.schemes = schemes;
        }

        /** Whether the proxy offers the scheme that is supported, so that name and password lack or are wrong. */
        public boolean isPossible() {
            return schemes.stream().anyMatch("Basic"::equalsIgnoreCase);
        }

        /** The schemes that it offers. */
        public String schemes() {
            return String.join(", ", schemes);
        }
    }
}
