package io.github.pscsdk.httpclient.internal;

import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.time.internal.Deadlines;
import java.io.IOException;
import java.net.ProtocolException;
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
import java.util.function.Function;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Calls to one peer, by OkHttp. Every call ends within its limit: with a response, or with what went wrong. No redirect
 * is followed, and a body made by {@link #once} is never sent twice. Safe for any thread; close it at the end.
 */
public final class HttpCalls implements AutoCloseable {
    /** The longest body that is read: 1 MiB. */
    public static final int MAX_BODY = 1 << 20;

    /** How long a connection may have been idle that is used again. */
    public static final Duration MAX_IDLE = Duration.ofMillis(800);

    // PSC is slow at times: two seconds were seen to be too little to connect (pitfalls of integrators).
    private static final Duration CONNECT = Duration.ofSeconds(5);

    // More than are used at once: none is closed before its time.
    private static final int MAX_IDLE_CONNECTIONS = 256;

    /** Where the limits of calls run. */
    @FunctionalInterface
    public interface Timer {
        /**
         * Runs the work after the delay, on a thread where it may take its time.
         *
         * @return forgets it
         */
        Runnable start(Duration delay, Runnable work);
    }

    final OkHttpClient client;
    private final Executor threads;
    private final Timer timer;
    private final ConnectionReuse reuse = new ConnectionReuse();
    private final Set<CompletableFuture<HttpResponse>> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param threads run the calls; its owner bounds them */
    public HttpCalls(UnaryOperator<OkHttpClient.Builder> wiring, Executor threads) {
        this(wiring, threads, Deadlines::after);
    }

    /** @param timer for an owner whose calls must not start the JDK's own, which lives as long as the JVM */
    public HttpCalls(UnaryOperator<OkHttpClient.Builder> wiring, Executor threads, Timer timer) {
        var builder = new OkHttpClient.Builder()
                // Over HTTP/2 all requests share a connection, and whether it still lives cannot be seen before one is
                // written.
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(MAX_IDLE_CONNECTIONS, MAX_IDLE.toMillis(), TimeUnit.MILLISECONDS))
                // MODERN_TLS is TLS 1.2 and 1.3. The caller decides which peers may be called in the clear.
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
                .connectTimeout(CONNECT)
                // Each call has its own limit; a long poll is silent for longer than any one read may be elsewhere.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .followRedirects(false);
        builder.addNetworkInterceptor(HttpCalls::withLength);
        reuse.addTo(builder);
        this.client = wiring.apply(builder).build();
        this.threads = threads;
        this.timer = timer;
    }

    /** Has the client go out through that proxy, and log in there once it is asked. */
    public static OkHttpClient.Builder through(ForwardProxy proxy, OkHttpClient.Builder client) {
        return client.proxySelector(proxy.selector()).proxyAuthenticator(new ProxyLogin(proxy.authorization()));
    }

    /**
     * A body that is sent once: after a broken connection nobody knows what the peer already did with it.
     *
     * @param type null where a header of the request tells it
     */
    public static RequestBody once(byte[] content, @Nullable MediaType type) {
        return new RequestBody() {
            @Override
            public @Nullable MediaType contentType() {
                return type;
            }

            @Override
            public long contentLength() {
                return content.length;
            }

            @Override
            public boolean isOneShot() {
                return true;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.write(content);
            }
        };
    }

    /**
     * Sends a request. Cancelling the future gives the call up. Returns when the call is over where it runs on the
     * {@link CallingThread}.
     *
     * @param limit from now to the last byte of the response, waiting for a thread included
     * @return cancelled where the calling thread is lent and was interrupted; fails with a {@link TimeoutException} at
     *     the limit, with an {@link IOException} without a whole response, with whatever else OkHttp throws where a
     *     response makes no sense
     */
    public CompletableFuture<HttpResponse> send(Request request, Duration limit) {
        return send(client.newCall(request), limit, threads, false);
    }

    /** The same by a client wired anew, on a connection that is new and is not used again. */
    public CompletableFuture<HttpResponse> sendAnew(
            Request request, Duration limit, Function<OkHttpClient, OkHttpClient.Builder> rewiring) {
        var unshared = new ConnectionPool(0, 1, TimeUnit.MILLISECONDS);
        var rewired = rewiring.apply(client).connectionPool(unshared).build();
        return send(rewired.newCall(request), limit, threads, false);
    }

    /** The same by a line to the threads, in which the call may stand for as long before its limit begins. */
    public CompletableFuture<HttpResponse> send(Request request, Duration limit, Executor line) {
        return send(client.newCall(request), limit, line, true);
    }

    private CompletableFuture<HttpResponse> send(Call call, Duration limit, Executor line, boolean limitsAnew) {
        var response = new CompletableFuture<HttpResponse>();
        running.add(response);
        response.whenComplete((whole, failure) -> {
            running.remove(response);
            if (failure != null) {
                call.cancel();
            }
        });
        if (closed) {
            response.completeExceptionally(closedException());
            return response;
        }
        try {
            var forget = endAfter(limit, response);
            line.execute(() -> {
                var latest = limitsAnew ? endAfter(limit, response) : forget;
                if (limitsAnew) {
                    forget.run();
                }
                run(call, response, latest);
            });
        } catch (RejectedExecutionException e) {
            response.completeExceptionally(new IOException("no more calls are taken", e));
        }
        return response;
    }

    /** @return forgets it */
    private Runnable endAfter(Duration limit, CompletableFuture<HttpResponse> response) {
        var forget = timer.start(limit, () -> response.completeExceptionally(new TimeoutException()));
        response.whenComplete((whole, failure) -> forget.run());
        return forget;
    }

    /**
     * Ends a call whose response has a negative length, but for -1, an unknown one, while OkHttp still closes the
     * connection for it: later its body would throw at every close, and the connection stay in use for good.
     */
    private static Response withLength(Interceptor.Chain chain) throws IOException {
        var response = chain.proceed(chain.request());
        if (response.body().contentLength() < -1) {
            throw new IllegalArgumentException("the response has a negative length");
        }
        return response;
    }

    /** @param forgetLimit run before anybody is told of the end */
    private static void run(Call call, CompletableFuture<HttpResponse> response, Runnable forgetLimit) {
        CallingThread.begins(response);
        if (response.isDone()) {
            return;
        }
        try (var answered = call.execute()) {
            var whole = whole(answered);
            forgetLimit.run();
            response.complete(whole);
        } catch (Throwable e) {
            forgetLimit.run();
            if (CallingThread.isInterruptedBy(e)) {
                response.cancel(false);
            }
            // Not an IOException alone: OkHttp throws IllegalArgumentException and more at odd headers, and whoever
            // waits has to know.
            response.completeExceptionally(e);
        }
    }

    private static HttpResponse whole(Response response) throws IOException {
        var upgraded = response.socket();
        if (upgraded != null) {
            upgraded.cancel();
            throw new ProtocolException("the peer switches protocols, which nobody asked for");
        }
        var source = response.body().source();
        if (source.request(MAX_BODY + 1L)) {
            throw new ResponseTooLargeException();
        }
        var tlsVersion = Optional.ofNullable(response.handshake())
                .map(handshake -> handshake.tlsVersion().javaName());
        return new HttpResponse(response.code(), response.headers(), source.readByteArray(), tlsVersion);
    }

    private static IOException closedException() {
        return new IOException("the client was closed");
    }

    /** Fails the calls under way and all later ones, and closes the connections. */
    @Override
    public void close() {
        // First: a call that begins meanwhile sees it, or is seen by the next line.
        closed = true;
        running.forEach(response -> response.completeExceptionally(closedException()));
        client.connectionPool().evictAll();
        reuse.close();
    }

    /** The peer answered, but with more than {@link HttpCalls#MAX_BODY} bytes. */
    public static final class ResponseTooLargeException extends ProtocolException {
        private static final long serialVersionUID = 1L;

        ResponseTooLargeException() {
            super("the response is longer than " + HttpCalls.MAX_BODY + " bytes");
        }
    }
}
