package io.github.pscsdk.example.santefr.introspection;

import io.github.pscsdk.example.declaration.Caller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Knows callers by introspecting their API token, RFC 7662, with {@code client_secret_basic}. */
public final class IntrospectionClient implements CallerIdentification {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private static final int LARGEST = 1024 * 1024;

    private final HttpClient http;
    private final URI endpoint;
    private final String authorization;
    private final Duration limit;

    private IntrospectionClient(HttpClient http, URI endpoint, String authorization, Duration limit) {
        this.http = http;
        this.endpoint = endpoint;
        this.authorization = authorization;
        this.limit = limit;
    }

    /**
     * Introspects at that endpoint.
     *
     * @param endpoint {@code https}, or {@code http} on a loopback address
     * @param clientId the form's name at the authorization server
     * @param clientSecret its secret there
     * @throws IllegalArgumentException if tokens would travel unprotected
     */
    public static IntrospectionClient at(URI endpoint, String clientId, String clientSecret) {
        return at(endpoint, clientId, clientSecret, LIMIT);
    }

    /** The same that waits that long for a whole answer. */
    static IntrospectionClient at(URI endpoint, String clientId, String clientSecret, Duration limit) {
        var plain = "http".equals(endpoint.getScheme()) && LOOPBACK.contains(String.valueOf(endpoint.getHost()));
        if (!plain && !"https".equals(endpoint.getScheme())) {
            throw new IllegalArgumentException("introspection needs https, or http on a loopback address");
        }
        // RFC 6749 §2.3.1: both are form-encoded before they are joined.
        var credentials = encoded(clientId) + ":" + encoded(clientSecret);
        var basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        var http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        return new IntrospectionClient(http, endpoint, "Basic " + basic, limit);
    }

    /**
     * Trusts these authorities alone, instead of those of the JDK.
     *
     * @throws IllegalArgumentException if they cannot be used
     */
    public IntrospectionClient trusting(KeyStore authorities) {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            var other = HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .sslContext(context)
                    .build();
            return new IntrospectionClient(other, endpoint, authorization, limit);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("these authorities cannot be used", e);
        }
    }

    @Override
    public Optional<Caller> identify(String apiToken) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(endpoint)
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("token=" + encoded(apiToken)))
                .build();
        var answer = send(request);
        if (answer.statusCode() != 200) {
            throw new IOException("introspection answered " + answer.statusCode());
        }
        return IntrospectionResponse.caller(answer.body());
    }

    // The client's own limit of time ends with the headers of the answer.
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        var exchange = http.sendAsync(request, IntrospectionClient::body);
        try {
            return exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("introspection did not answer in " + limit.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException("introspection failed");
        } finally {
            exchange.cancel(true);
        }
    }

    /** At most 1 MiB: a longer answer is cut off, and no JSON then. Java itself has a limit since 25 only. */
    private static HttpResponse.BodySubscriber<byte[]> body(HttpResponse.ResponseInfo answer) {
        var body = new ByteArrayOutputStream();
        var keeping = BodySubscribers.ofByteArrayConsumer(part ->
                part.ifPresent(bytes -> body.write(bytes, 0, Math.min(bytes.length, LARGEST - body.size()))));
        return BodySubscribers.mapping(keeping, all -> body.toByteArray());
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return "IntrospectionClient[" + endpoint.getHost() + "]";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
