package io.github.pscsdk.relyingparty.internal.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sends requests for one client. A future fails with an {@link IOException} where no whole answer came; cancelling it
 * aborts the call. No redirect is followed, and no request is sent twice once it is on its way.
 */
public final class HttpCalls implements AutoCloseable {
    /** The largest body that is read: 1 MiB. */
    public static final int MAX_BODY = 1 << 20;

    // PSC is slow at times: two seconds were seen to be too little to connect (pitfalls of integrators).
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(15);

    private final RequestAuthentication proof;
    private final Clock clock;
    private final OkHttpClient client;

    /**
     * @param authorities whom to trust instead of the Java platform's authorities
     * @param clock reads dates in {@code Retry-After}
     */
    public HttpCalls(String clientId, ClientCredentials credentials, Optional<KeyStore> authorities, Clock clock) {
        this.proof = new RequestAuthentication(clientId, credentials);
        this.clock = clock;
        var tls = TlsMaterial.of(proof.certificate(), authorities);
        this.client = new OkHttpClient.Builder()
                .dispatcher(HttpThreads.dispatcher())
                .connectionPool(new ConnectionPool(HttpThreads.MAX, 1, TimeUnit.MINUTES))
                // MODERN_TLS is TLS 1.2 and 1.3. Who may be called in the clear is SecureUri's decision.
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
                .sslSocketFactory(tls.sockets(), tls.trust())
                .connectTimeout(CONNECT)
                .readTimeout(WHOLE_CALL)
                .writeTimeout(WHOLE_CALL)
                .callTimeout(WHOLE_CALL)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
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
        var body = proof.addTo(form).encoded().getBytes(StandardCharsets.US_ASCII);
        var request = request(uri).post(new OneShotForm(body));
        proof.authorization().ifPresent(value -> request.header("Authorization", value));
        return send(request.build());
    }

    /** Connects and listens whether the server refuses us in the TLS handshake; sends no request. */
    public CompletableFuture<Void> handshake(URI uri) {
        var handshake = new HandshakeProbe(client.sslSocketFactory(), uri);
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        handshake.listen();
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
                    answer.complete(whole(response));
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

    private HttpAnswer whole(Response response) throws IOException {
        var source = response.body().source();
        if (source.request(MAX_BODY + 1L)) {
            throw new AnswerTooLargeException();
        }
        var retryAfter = RetryAfter.parse(response.header("Retry-After"), clock);
        var date = Optional.ofNullable(response.headers().getInstant("Date"));
        var protocol = Optional.ofNullable(response.handshake())
                .map(handshake -> handshake.tlsVersion().javaName());
        return new HttpAnswer(response.code(), retryAfter, source.readByteArray(), date, protocol);
    }

    /** Aborts the calls under way, which fail, and closes the connections. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
