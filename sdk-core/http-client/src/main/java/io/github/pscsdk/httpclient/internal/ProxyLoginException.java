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

/** The proxy wants a login that it did not get. */
public final class ProxyLoginException extends IOException {
    /** The one scheme that is supported. */
    private static final String BASIC = "Basic";

    private static final long serialVersionUID = 1;

    private final String schemes;
    private final boolean isPossible;

    /** @param offered the schemes by which one may log in there */
    ProxyLoginException(List<String> offered) {
        super("the HTTP proxy wants a login");
        this.schemes = String.join(", ", offered);
        this.isPossible = isSupported(offered);
    }

    static boolean isSupported(List<String> schemes) {
        return schemes.stream().anyMatch(BASIC::equalsIgnoreCase);
    }

    /** Whether the proxy offers the scheme that is supported, so that name and password lack or are wrong. */
    public boolean isPossible() {
        return isPossible;
    }

    /** The schemes that it offers. */
    public String schemes() {
        return schemes;
    }
}
