package io.github.pscsdk.proxy.internal.send;

import io.github.pscsdk.httpclient.internal.CallFailure;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.proxy.internal.settings.Backend;
import io.github.pscsdk.relyingparty.ApiToken;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * Passes requests on to the backends, and their responses back unchanged, bodies as they come, never faster than the
 * other side takes them. No redirect is followed. Nothing is sent twice, but a request without a body that may be
 * repeated, once, with a new token where the backend refuses the old one (401). A backend that hangs holds up nobody
 * who calls another.
 */
public final class Forwarder {
    /** From the request to the last byte of its response. */
    private static final Duration WHOLE_CALL = Duration.ofSeconds(30);

    /** When a caller of a backend that is busy may come again. */
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    // RFC 9110, section 9.2.2. For others, a used connection may be closed while it is written to.
    private static final Set<String> MAY_BE_REPEATED = Set.of("GET", "PUT", "DELETE");

    private final BackendConnections connections;
    private final long longest;
    private final Duration limit;

    /** @param longest the largest body of a response, in bytes; a larger one is a 502, or breaks off */
    public Forwarder(BackendConnections connections, long longest) {
        this(connections, longest, WHOLE_CALL);
    }

    Forwarder(BackendConnections connections, long longest, Duration limit) {
        this.connections = connections;
        this.longest = longest;
        this.limit = limit;
    }

    /**
     * A request to a backend.
     *
     * @param body as it comes; empty where there is none
     * @param authorization by what the backend lets it pass; empty where the backend asks for nothing
     */
    public record Outgoing(
            Backend backend,
            String method,
            URI target,
            HttpFields headers,
            Optional<Content.Source> body,
            Optional<Authorization> authorization) {
        private boolean isRepeatable() {
            return MAY_BE_REPEATED.contains(method);
        }

        private Outgoing with(ApiToken token) {
            var next = authorization.map(former -> new Authorization(token, former.instead));
            return new Outgoing(backend, method, target, headers, body, next);
        }

        @Override
        public String toString() {
            return "Outgoing[" + method + " " + target.getHost() + "]";
        }
    }

    /** By what a backend lets a request pass; {@code instead} fetches a token in place of one that it refused. */
    public record Authorization(ApiToken token, Function<ApiToken, CompletableFuture<ApiToken>> instead) {}

    @FunctionalInterface
    public interface Recipient {
        /** The response has begun; done when the body was written. */
        CompletableFuture<Void> take(int status, HttpFields headers, Content.Source body);
    }

    /**
     * Calls a backend under the certificate of its own client or of a client id. A refused token is replaced.
     *
     * @return done when the response was passed back; fails with a {@link RefusedException}, or as the body or the
     *     recipient does
     */
    public CompletableFuture<Void> forward(String clientId, Outgoing outgoing, Recipient recipient) {
        return new Exchange(clientId, outgoing, recipient, System.nanoTime() + limit.toNanos(), true).send();
    }

    private final class Exchange {
        private final String clientId;
        private final Outgoing outgoing;
        private final Recipient recipient;
        private final long deadline;
        private final boolean isFirst;
        private final Optional<Upload> upload;
        private final CompletableFuture<Void> outcome = new CompletableFuture<>();
        private final Request call;
        private volatile boolean isPassedBack;

        Exchange(String clientId, Outgoing outgoing, Recipient recipient, long deadline, boolean isFirst) {
            this.clientId = clientId;
            this.outgoing = outgoing;
            this.recipient = recipient;
            this.deadline = deadline;
            this.isFirst = isFirst;
            this.upload = outgoing.body().map(Upload::new);
            this.call = call();
        }

        private Request call() {
            var repeatable = outgoing.isRepeatable();
            var left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
            return connections
                    .of(clientId, outgoing.backend())
                    .newRequest(outgoing.target())
                    // Requests of one tag share connections and their bounds.
                    .tag(outgoing.backend().name() + (repeatable ? "" : " once"))
                    .method(outgoing.method())
                    .headers(headers -> {
                        headers.add(EndToEndHeaders.toBackend(outgoing.headers()));
                        if (!repeatable) {
                            headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
                        }
                        outgoing.authorization()
                                .ifPresent(pass -> headers.put(
                                        HttpHeader.AUTHORIZATION,
                                        "Bearer " + pass.token().reveal()));
                    })
                    .idleTimeout(2 * limit.toMillis(), TimeUnit.MILLISECONDS)
                    .timeout(left, TimeUnit.MILLISECONDS)
                    .onResponseContentSource(this::begun);
        }

        CompletableFuture<Void> send() {
            upload.ifPresent(call::body);
            call.send(this::ended);
            return outcome;
        }

        private void begun(Response response, Content.Source body) {
            // A token is replaced once a minute at most, so a second refusal would bring no third one either.
            if (response.getStatus() == HttpStatus.UNAUTHORIZED_401
                    && isFirst
                    && outgoing.authorization().isPresent()) {
                refused(outgoing.authorization().get(), response, body);
            } else {
                passBack(response, body);
            }
        }

        /** The token has to go in any case; only a request that may come twice waits for the next one. */
        private void refused(Authorization refused, Response response, Content.Source body) {
            var other = refused.instead.apply(refused.token);
            if (!outgoing.isRepeatable() || upload.isPresent()) {
                passBack(response, body);
                return;
            }
            other.whenComplete((token, failure) -> {
                if (outcome.isDone()) {
                    // The deadline was earlier.
                    return;
                }
                if (failure != null) {
                    passBack(response, body);
                } else {
                    sendAgain(token);
                }
            });
        }

        private void sendAgain(ApiToken token) {
            // From here on the outcome is that of the second one.
            isPassedBack = true;
            abort(new CancellationException());
            new Exchange(clientId, outgoing.with(token), recipient, deadline, false)
                    .send()
                    .whenComplete((done, failure) -> {
                        if (failure == null) {
                            outcome.complete(null);
                        } else {
                            outcome.completeExceptionally(failure);
                        }
                    });
        }

        private void passBack(Response response, Content.Source body) {
            if (response.getStatus() < 200 || response.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > longest) {
                abort(new ProtocolException("a response that cannot be passed back"));
                return;
            }
            recipient
                    .take(
                            response.getStatus(),
                            EndToEndHeaders.toCaller(response.getHeaders()),
                            new LimitedSource(body, longest))
                    .whenComplete((written, failure) -> {
                        if (failure != null) {
                            outcome.completeExceptionally(failure);
                            abort(failure);
                        } else {
                            passedBack();
                        }
                    });
        }

        private void passedBack() {
            isPassedBack = true;
            if (upload.filter(request -> !request.read).isEmpty()) {
                outcome.complete(null);
                return;
            }
            // The backend has answered without reading all. Nobody may read from the caller any more when this is done.
            call.abort(new CancellationException())
                    .completeOnTimeout(false, 1, TimeUnit.SECONDS)
                    .whenComplete((aborted, failure) -> outcome.complete(null));
        }

        private void ended(Result result) {
            if (result.getResponseFailure() != null && !isPassedBack) {
                outcome.completeExceptionally(upload.flatMap(request -> request.failure)
                        .orElseGet(() -> translate(result.getResponseFailure())));
            }
        }

        private void abort(Throwable cause) {
            var unused = call.abort(cause);
        }
    }

    private static RefusedException translate(Throwable failure) {
        if (failure instanceof HttpResponseException unusable
                && "CONNECT".equals(unusable.getResponse().getRequest().getMethod())) {
            var status = unusable.getResponse().getStatus();
            return RefusedException.ofBackend(502, Optional.empty(), CallFailure.noWayOpened(status));
        }
        return failure instanceof RejectedExecutionException
                ? RefusedException.ofBackend(503, Optional.of(COME_AGAIN), failure)
                : RefusedException.ofBackend(statusOf(failure), Optional.empty(), failure);
    }

    /** 502 where the response was unusable, 503 where nobody was there, 504 where it took too long. */
    private static int statusOf(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return 504;
        } else if (failure instanceof ConnectException
                || failure instanceof SocketTimeoutException
                || failure instanceof UnknownHostException
                || failure instanceof UnresolvedAddressException
                || failure instanceof AsynchronousCloseException) {
            // Not connected, or we stop.
            return 503;
        }
        return 502;
    }

    /** A body that passes through. */
    private abstract static class Passing implements Content.Source {
        final Content.Source source;

        Passing(Content.Source source) {
            this.source = source;
        }

        @Override
        public void demand(Runnable callback) {
            source.demand(callback);
        }

        @Override
        public void fail(Throwable cause) {
            source.fail(cause);
        }
    }

    /** The body of a caller's request, on its way to a backend. */
    private static final class Upload extends Passing implements Request.Content {
        private volatile boolean read;
        private volatile Optional<Throwable> failure = Optional.empty();

        Upload(Content.Source source) {
            super(source);
        }

        @Override
        public @Nullable String getContentType() {
            // As the caller's header says, or unsaid.
            return null;
        }

        @Override
        public long getLength() {
            return source.getLength();
        }

        @Override
        public Content.@Nullable Chunk read() {
            var chunk = source.read();
            if (Content.Chunk.isFailure(chunk)) {
                failure = Optional.of(chunk.getFailure());
            } else if (chunk != null && chunk.isLast()) {
                read = true;
            }
            return chunk;
        }
    }

    /** The body of a backend's response: it ends with a failure beyond the limit. */
    private static final class LimitedSource extends Passing {
        private long left;

        LimitedSource(Content.Source source, long limit) {
            super(source);
            this.left = limit;
        }

        @Override
        public Content.@Nullable Chunk read() {
            var chunk = source.read();
            if (chunk == null) {
                return null;
            }
            left -= chunk.remaining();
            if (left < 0) {
                chunk.release();
                return Content.Chunk.from(new IOException("the response is too long"));
            }
            return chunk;
        }
    }
}
