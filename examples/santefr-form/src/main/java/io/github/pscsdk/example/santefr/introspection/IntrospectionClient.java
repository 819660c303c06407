package io.github.pscsdk.example.santefr.introspection;

import io.github.pscsdk.example.declaration.Caller;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Knows callers by introspecting their API token, RFC 7662, with {@code client_secret_basic}. */
public final class IntrospectionClient implements CallerIdentification {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final HttpClient http;
    private final URI endpoint;
    private final String authorization;

    private IntrospectionClient(HttpClient http, URI endpoint, String authorization) {
        this.http = http;
        this.endpoint = endpoint;
        this.authorization = authorization;
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
        var plain = "http".equals(endpoint.getScheme()) && LOOPBACK.contains(String.valueOf(endpoint.getHost()));
        if (!plain && !"https".equals(endpoint.getScheme())) {
            throw new IllegalArgumentException("introspection needs https, or http on a loopback address");
        }
        // RFC 6749 §2.3.1: both are form-encoded before they are joined.
        var credentials = encoded(clientId) + ":" + encoded(clientSecret);
        var basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        var http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        return new IntrospectionClient(http, endpoint, "Basic " + basic);
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
            return new IntrospectionClient(other, endpoint, authorization);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("these authorities cannot be used", e);
        }
    }

    @Override
    public Optional<Caller> identify(String apiToken) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(endpoint)
                .timeout(LIMIT)
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("token=" + encoded(apiToken)))
                .build();
        var answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("introspection answered " + answer.statusCode());
        }
        return IntrospectionResponse.caller(answer.body());
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
