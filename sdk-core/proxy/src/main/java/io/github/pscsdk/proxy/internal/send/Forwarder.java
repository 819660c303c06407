package io.github.pscsdk.proxy.internal.send;

import io.github.pscsdk.relyingparty.ApiToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Passes requests on to the backends, and their responses back unchanged: status, body, and the headers that say something
 * of the body or of what to do next. No redirect is followed and nothing is tried twice. Bodies are held in memory, whole.
 */
public final class Forwarder {
    /** A larger response is a 502. */
    private static final int RESPONSE_LIMIT = 8 * 1024 * 1024;

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

    /**
     * What goes to a backend.
     *
     * @param method the HTTP method
     * @param target the whole address
     * @param headers those that are passed on, by name
     * @param body may be empty
     * @param token for the {@code Authorization} header; empty where the backend asks for none
     */
    public record Request(
            String method, URI target, Map<String, String> headers, byte[] body, Optional<ApiToken> token) {
        /** Method, host and size. */
        @Override
        public String toString() {
            return "Request[" + method + " " + target.getHost() + ", " + body.length + " bytes]";
        }
    }

    /**
     * What comes back.
     *
     * @param status the HTTP status, whatever it is
     * @param headers those that are passed back, by name
     */
    public record Response(int status, Map<String, String> headers, byte[] body) {
        /** The status and the size. */
        @Override
        public String toString() {
            return "Response[" + status + ", " + body.length + " bytes]";
        }
    }

    /** A backend gave no response that can be passed back. */
    public static final class BackendException extends Exception {
        private static final long serialVersionUID = 1L;

        private final int status;

        BackendException(int status, Throwable cause) {
            super("backend failure " + status, cause);
            this.status = status;
        }

        /** 502 where the response was unusable, 503 where nobody was there, 504 where it took too long. */
        public int status() {
            return status;
        }
    }

    private final BackendConnections connections;

    public Forwarder(BackendConnections connections) {
        this.connections = connections;
    }

    /**
     * Calls a backend under the certificate of a client id, where it has one.
     *
     * @return completes exceptionally with a {@link BackendException} alone
     */
    public CompletableFuture<Response> forward(String clientId, Request request) {
        var exchange = connections.of(clientId).sendAsync(http(request), info -> new LimitedBody(RESPONSE_LIMIT));
        return exchange.copy()
                // The client's own timeout ends when the headers are there: a body could drip for ever.
                .orTimeout(WHOLE_CALL.toMillis(), TimeUnit.MILLISECONDS)
                .handle((response, failure) -> {
                    if (failure == null) {
                        return passedBack(response);
                    }
                    exchange.cancel(true);
                    throw new CompletionException(translate(failure));
                });
    }

    private static HttpRequest http(Request request) {
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

    private static Response passedBack(HttpResponse<byte[]> response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (var name : PASSED_BACK) {
            response.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
        }
        return new Response(response.statusCode(), headers, response.body());
    }

    private static BackendException translate(Throwable failure) {
        var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
            return new BackendException(504, cause);
        } else if (cause instanceof ConnectException || cause instanceof CancellationException) {
            return new BackendException(503, cause);
        } else if (cause instanceof IOException) {
            return new BackendException(502, cause);
        }
        return new BackendException(500, cause);
    }

    /** Collects a body up to a limit and breaks the connection off beyond it. */
    private static final class LimitedBody implements BodySubscriber<byte[]> {
        private final int limit;
        private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private Flow.Subscription subscription;

        LimitedBody(int limit) {
            this.limit = limit;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (var buffer : buffers) {
                if (collected.size() + buffer.remaining() > limit) {
                    subscription.cancel();
                    body.completeExceptionally(new IOException("the answer has more than " + limit + " bytes"));
                    return;
                }
                var bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                collected.writeBytes(bytes);
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(collected.toByteArray());
        }
    }
}
