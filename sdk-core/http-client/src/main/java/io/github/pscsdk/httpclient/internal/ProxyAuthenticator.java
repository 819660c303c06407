package io.github.pscsdk.httpclient.internal;

import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Challenge;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/**
 * Logs in at a proxy that asks for it.
 *
 * @param login the value of {@code Proxy-Authorization}
 */
record ProxyAuthenticator(Optional<String> login) implements Authenticator {
    private static final String HEADER = "Proxy-Authorization";

    /** The scheme of OkHttp's own question whether to log in before the proxy asks. */
    private static final String BEFORE_ASKED = "OkHttp-Preemptive";

    /** The request with the login, once, where the proxy offers the scheme for it; null where nothing is to be said. */
    @Override
    public Request authenticate(Route route, Response asked) throws ProxyLoginException {
        var schemes = asked.challenges().stream()
                .map(Challenge::scheme)
                .filter(scheme -> !BEFORE_ASKED.equals(scheme))
                .distinct()
                .toList();
        // Through a tunnel it is not the proxy that asks.
        if (schemes.isEmpty() || !"CONNECT".equals(asked.request().method())) {
            return null;
        }
        var isFirst = asked.request().header(HEADER) == null;
        if (login.isEmpty() || !isFirst || !ProxyLoginException.isSupported(schemes)) {
            throw new ProxyLoginException(schemes);
        }
        return asked.request().newBuilder().header(HEADER, login.get()).build();
    }

    /** Without the login. */
    @Override
    public String toString() {
        return "ProxyAuthenticator[…]";
    }
}
