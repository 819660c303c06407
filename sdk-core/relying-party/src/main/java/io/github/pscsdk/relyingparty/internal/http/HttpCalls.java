package io.github.pscsdk.relyingparty.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.io.IOException;
import java.net.URI;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sends requests for one client. A future fails with an {@link IOException} where no whole answer came; cancelling it
 * aborts the call. No redirect is followed, and no request is sent twice once it is on its way.
 */
public final class HttpCalls implements AutoCloseable {
    private final String clientId;
    private final ClientCredentials credentials;
    private final Clock clock;
    private final OkHttpClient client;

    /**
     * @param authorities whom to trust instead of the Java platform's authorities
     * @param clock reads dates in {@code Retry-After}
     */
    public HttpCalls(String clientId, ClientCredentials credentials, Optional<KeyStore> authorities, Clock clock) {
        this.clientId = clientId;
        this.credentials = credentials;
        this.clock = clock;
        this.client = HttpConnections.open(credentials.keyManagers(), authorities);
    }

    /** A call to PSC: no answer means that PSC is unavailable, too large an answer that it cannot be used. */
    public static CompletableFuture<HttpAnswer> asPscUnavailable(CompletableFuture<HttpAnswer> call) {
        return call.exceptionally(failure -> {
            throw new CompletionException(
                    failure instanceof HttpAnswer.TooLargeException
                            ? new PscException(
                                    LoginProblem.PSC_ANSWER_INVALID, "Pro Santé Connect's answer is too large", failure)
                            : new PscException(
                                    LoginProblem.PSC_UNAVAILABLE, "Pro Santé Connect gave no answer", failure));
        });
    }

    /** Reads a public document. */
    public CompletableFuture<HttpAnswer> get(URI uri) {
        return send(request(uri).get().build());
    }

    /** Reads what only the bearer of that token may read. */
    public CompletableFuture<HttpAnswer> getWithToken(URI uri, String token) {
        return send(
                request(uri).header("Authorization", "Bearer " + token).get().build());
    }

    /** Posts a form as the client, with its proof. */
    public CompletableFuture<HttpAnswer> post(URI uri, Form form) {
        var request = request(uri).post(credentials.addTo(form, clientId).body());
        credentials.authorization(clientId).ifPresent(value -> request.header("Authorization", value));
        return send(request.build());
    }

    /** Connects and listens whether the server refuses us in the TLS handshake; sends no request. */
    public CompletableFuture<Void> handshake(URI uri) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        HttpConnections.listenForRefusal(client.sslSocketFactory(), uri);
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                },
                client.dispatcher().executorService());
    }

    private static Request.Builder request(URI uri) {
        SecureUri.require(uri, "an endpoint");
        return new Request.Builder()
                .url(uri.toString())
                .header("Accept", "application/json")
                .header("User-Agent", "psc-sdk");
    }

    private CompletableFuture<HttpAnswer> send(Request request) {
        var call = client.newCall(request);
        var answer = new CompletableFuture<HttpAnswer>();
        answer.whenComplete((done, failure) -> {
            if (answer.isCancelled()) {
                call.cancel();
            }
        });
        call.enqueue(new Callback() {
            @Override
            public void onResponse(Call answered, Response response) {
                try (response) {
                    answer.complete(HttpAnswer.read(response, clock));
                } catch (IOException e) {
                    answer.completeExceptionally(e);
                }
            }

            @Override
            public void onFailure(Call failed, IOException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /** Aborts the calls under way, which fail, and closes the connections. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
