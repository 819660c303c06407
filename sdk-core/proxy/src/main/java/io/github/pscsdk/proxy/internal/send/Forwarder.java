package io.github.pscsdk.proxy.internal.send;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Passes requests on to the backends, and their answers back unchanged: status, body, and the headers that say something
 * of the body or of what to do next. No redirect is followed and nothing is tried twice.
 */
public final class Forwarder {
    /** A larger answer is a 502: it is held in memory. */
    public static final int ANSWER_LIMIT = 8 * 1024 * 1024;

    private static final Duration WHOLE_CALL = Duration.ofSeconds(30);
    // Neither Set-Cookie, which would be ours to keep, nor WWW-Authenticate, since the caller holds no token.
    private static final List<String> PASSED_BACK = List.of(
            "Content-Type",
            "Content-Language",
            "Content-Disposition",
            "Content-Encoding",
            "Cache-Control",
            "ETag",
            "Last-Modified",
            "Location",
            "Retry-After");

    private final BackendConnections connections;

    /** Calls over these connections. */
    public Forwarder(BackendConnections connections) {
        this.connections = connections;
    }

    /**
     * Calls a backend under the certificate of a client id, where it has one.
     *
     * @return completes exceptionally with a {@link BackendFailure} alone
     */
    public CompletableFuture<BackendAnswer> forward(String clientId, ForwardedRequest request) {
        var exchange = connections.of(clientId).sendAsync(http(request), info -> new LimitedBody(ANSWER_LIMIT));
        return exchange.copy()
                // The client's own timeout ends when the headers are there: a body could drip for ever.
                .orTimeout(WHOLE_CALL.toMillis(), TimeUnit.MILLISECONDS)
                .handle((answer, failure) -> {
                    if (failure == null) {
                        return answer(answer);
                    }
                    exchange.cancel(true);
                    throw new CompletionException(translate(failure));
                });
    }

    private static HttpRequest http(ForwardedRequest request) {
        var builder = HttpRequest.newBuilder(request.target())
                .timeout(WHOLE_CALL)
                .method(
                        request.method(),
                        request.body().length == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::header);
        request.token().ifPresent(token -> builder.header("Authorization", "Bearer " + token.reveal()));
        return builder.build();
    }

    private static BackendAnswer answer(HttpResponse<byte[]> response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (var name : PASSED_BACK) {
            response.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
        }
        return new BackendAnswer(response.statusCode(), headers, response.body());
    }

    private static BackendFailure translate(Throwable failure) {
        var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
            return new BackendFailure(504, cause);
        } else if (cause instanceof ConnectException || cause instanceof CancellationException) {
            return new BackendFailure(503, cause);
        } else if (cause instanceof IOException) {
            return new BackendFailure(502, cause);
        }
        return new BackendFailure(500, cause);
    }
}
