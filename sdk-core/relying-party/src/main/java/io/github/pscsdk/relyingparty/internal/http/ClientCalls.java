package io.github.pscsdk.relyingparty.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.internal.CallFailure;
import io.github.pscsdk.httpclient.internal.HttpCalls;
import io.github.pscsdk.httpclient.internal.HttpCalls.ResponseTooLargeException;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.relyingparty.internal.async.Events;
import io.github.pscsdk.relyingparty.internal.async.Events.Endpoint;
import io.github.pscsdk.relyingparty.internal.http.Bulkhead.Line;
import io.github.pscsdk.relyingparty.internal.http.ClientConnections.ClientIdentity;
import io.github.pscsdk.relyingparty.internal.http.ClientConnections.TlsMaterial;
import io.github.pscsdk.relyingparty.internal.profile.SecureUri;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * The calls of one client to one peer. Each ends within {@link #LIMIT}: with a response, or with the peer's {@link
 * io.github.pscsdk.diagnostic.PscException}. Cancelling the future gives the call up.
 */
public final class ClientCalls implements AutoCloseable {
    /** From the begin of a call to the last byte of the response; it may stand in line for as long before. */
    public static final Duration LIMIT = Duration.ofSeconds(15);

    /** With the time in line. */
    static final Duration LONGEST = LIMIT.multipliedBy(2);

    private static final Headers PUBLIC = Headers.of("Accept", "application/json", "User-Agent", "psc-sdk");

    private final Peer peer;
    private final ClientIdentity client;
    private final Map<Endpoint, Line> lines;
    private final Events events;
    private final Headers clientHeaders;
    private final HttpCalls http;

    ClientCalls(Peer peer, ClientIdentity client, TlsMaterial tls, Map<Endpoint, Line> lines, Events events) {
        this.peer = peer;
        this.client = client;
        this.lines = lines;
        this.events = events;
        this.clientHeaders = client.credentials()
                .authorization(client.clientId())
                .map(value -> PUBLIC.newBuilder().add("Authorization", value).build())
                .orElse(PUBLIC);
        var line = lines.values().iterator().next();
        this.http = new HttpCalls(builder -> tls.addTo(builder).dns(line.lookups()), line);
    }

    public CompletableFuture<HttpResponse> get(Endpoint endpoint, URI uri) {
        return send(endpoint, request(uri, PUBLIC).get().build());
    }

    public CompletableFuture<HttpResponse> getWithToken(Endpoint endpoint, URI uri, String token) {
        return send(
                endpoint,
                request(uri, PUBLIC)
                        .header("Authorization", "Bearer " + token)
                        .get()
                        .build());
    }

    /**
     * Posts a form as the client, with its proof. Sent once: a code or a refresh token works once, and a poll may be
     * granted once.
     */
    public CompletableFuture<HttpResponse> post(Endpoint endpoint, URI uri, Form form) {
        var proven = client.credentials().addTo(form, client.clientId());
        return send(endpoint, request(uri, clientHeaders).post(proven.body()).build());
    }

    private static Request.Builder request(URI uri, Headers headers) {
        SecureUri.require(uri, "an endpoint");
        return new Request.Builder().url(uri.toString()).headers(headers);
    }

    private CompletableFuture<HttpResponse> send(Endpoint endpoint, Request request) {
        var begun = new AtomicLong(System.nanoTime());
        var line = Objects.requireNonNull(lines.get(endpoint), "line");
        var call = http.send(
                request,
                LIMIT,
                task -> line.execute(() -> {
                    begun.set(System.nanoTime());
                    task.run();
                }));
        var result = new CompletableFuture<HttpResponse>();
        call.whenComplete((response, thrown) -> {
            var failure = thrown == null || call.isCancelled() ? thrown : peer.failure(thrown);
            var outcome = failure == null ? Integer.toString(response.status()) : Events.outcome(failure);
            var duration = Duration.ofNanos(System.nanoTime() - begun.get());
            // First: what follows from the call comes after it.
            events.called(endpoint, outcome, duration);
            if (failure == null) {
                result.complete(response);
            } else {
                result.completeExceptionally(failure);
            }
        });
        // Does nothing to a call that is over.
        result.whenComplete((response, failure) -> call.cancel(true));
        return result;
    }

    @Override
    public void close() {
        http.close();
    }

    /** Whom a client calls, and by which problem a call to it fails. */
    public enum Peer {
        PSC("Pro Santé Connect", LoginProblem.PSC_UNAVAILABLE, LoginProblem.PSC_ANSWER_INVALID),
        API_SERVER("an API's authorization server", LoginProblem.API_UNAVAILABLE, LoginProblem.API_UNAVAILABLE);

        private final String title;
        private final LoginProblem unavailable;
        private final LoginProblem invalid;

        Peer(String title, LoginProblem unavailable, LoginProblem invalid) {
            this.title = title;
            this.unavailable = unavailable;
            this.invalid = invalid;
        }

        PscException failure(Throwable cause) {
            var noResponse = cause instanceof TimeoutException
                    || cause instanceof IOException && !(cause instanceof ResponseTooLargeException);
            // The message of its cause may quote the nonsense, and is left out.
            return noResponse
                    ? new PscException(unavailable, title + " gave no answer: " + CallFailure.reason(cause), cause)
                    : new PscException(
                            invalid,
                            title + " gave an answer that makes no sense: "
                                    + cause.getClass().getName());
        }

        /** Of a response whose status was not expected; {@code what} names the response in the message. */
        public PscException unexpectedStatus(String what, HttpResponse response) {
            return new PscException(
                    response.isOutage() ? unavailable : invalid,
                    what + ": status " + response.status(),
                    new HttpStatusException(response.status()));
        }
    }

    /**
     * The status by which PSC or an API's authorization server answered, as the cause of a {@link
     * io.github.pscsdk.diagnostic.PscException}.
     */
    public static final class HttpStatusException extends Exception {
        private static final long serialVersionUID = 1L;

        private final int status;

        public HttpStatusException(int status) {
            super("status " + status, null, false, false);
            this.status = status;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }
    }

    /**
     * Parameters of a form or of a query, in order. Prints names only.
     *
     * @param encoded {@code application/x-www-form-urlencoded}, with {@code %20} for a space, which a query understands
     *     too
     */
    public record Form(String encoded) {
        private static final MediaType TYPE = MediaType.get("application/x-www-form-urlencoded");

        public static Form of(String name, String value) {
            return new Form(encode(name) + "=" + encode(value));
        }

        public Form with(String name, String value) {
            return new Form(encoded + "&" + of(name, value).encoded);
        }

        public URI asQueryOf(URI page) {
            return URI.create(page + (page.getRawQuery() == null ? "?" : "&") + encoded);
        }

        /** Not sent again by itself after a broken connection. */
        RequestBody body() {
            return HttpCalls.once(encoded.getBytes(StandardCharsets.US_ASCII), TYPE);
        }

        static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }

        @Override
        public String toString() {
            return "Form[" + encoded.replaceAll("=[^&]*", "") + "]";
        }
    }
}
