package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.httpclient.HttpCalls;
import io.github.pscsdk.httpclient.HttpResponse;
import io.github.pscsdk.pluginhost.EngineThreads;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * Sends HTTP requests to one server half. Each call runs on a worker, so that whoever waits for it can be interrupted. Only a GET is ever
 * sent again by itself. Safe for any thread.
 */
final class HttpTransport {
    private final ServerHalfAddress address;
    private final Optional<ApplicationToken> token;
    private final HttpCalls calls;
    private volatile boolean closed;

    /** @param wiring for tests, which change the client here */
    HttpTransport(
            ServerHalfAddress address,
            Optional<ApplicationToken> token,
            EngineThreads threads,
            UnaryOperator<OkHttpClient.Builder> wiring) {
        this.address = address;
        this.token = token;
        this.calls = new HttpCalls(wiring, threads, (limit, late) -> threads.after(limit, () -> threads.execute(late)));
    }

    /** Sends without waiting. Cancelling the result gives the call up. */
    CompletableFuture<HttpResponse> send(ServerRequest request) {
        return send(request, calls);
    }

    /** The same on a new connection that the probe observes. */
    CompletableFuture<HttpResponse> send(ServerRequest request, ConnectionProbe probe) {
        return send(
                request,
                calls.rewired(client -> probe.observe(client, calls.client().x509TrustManager())));
    }

    private CompletableFuture<HttpResponse> send(ServerRequest request, HttpCalls by) {
        if (closed) {
            throw new IllegalStateException("the client is closed");
        }
        return by.send(httpRequest(request), request.limit());
    }

    private Request httpRequest(ServerRequest request) {
        // Concatenated, not resolved: a path can then never become another origin.
        var builder = new Request.Builder().url(address.base() + request.path());
        try {
            request.headers().forEach(builder::header);
        } catch (IllegalArgumentException e) {
            // OkHttp's message repeats the value.
            throw new IllegalArgumentException("a header of the request has characters that no header may have");
        }
        token.ifPresent(known -> builder.header("Authorization", "Bearer " + known.reveal()));
        request.session().ifPresent(handle -> builder.header("Cookie", "proxy_session_id=" + handle.reveal()));
        var hasBody = !"GET".equals(request.method());
        // The media type is among the headers.
        return builder.method(request.method(), hasBody ? HttpCalls.once(request.body(), null) : null)
                .build();
    }

    /** Fails the calls under way and closes idle connections. */
    void close() {
        closed = true;
        calls.close();
    }
}
