package io.github.pscsdk.httpclient.internal;

import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.time.internal.Deadlines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Challenge;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.Route;
import okio.BufferedSink;

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
