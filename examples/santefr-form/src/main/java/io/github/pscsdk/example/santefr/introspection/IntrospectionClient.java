package io.github.pscsdk.example.santefr.introspection;

import io.github.pscsdk.example.declaration.Caller;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Knows callers by introspecting their API token, RFC 7662, with {@code client_secret_basic}. */
public final class IntrospectionClient implements CallerIdentification {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int LARGEST = 1024 * 1024;

    private final OkHttpClient http;
    private final URI endpoint;
    private final String authorization;

    private IntrospectionClient(OkHttpClient http, URI endpoint, String authorization) {
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
        return at(endpoint, clientId, clientSecret, LIMIT);
    }

    /** The same that waits that long for a whole answer. */
    static IntrospectionClient at(URI endpoint, String clientId, String clientSecret, Duration limit) {
        var plain = "http".equals(endpoint.getScheme()) && LOOPBACK.contains(String.valueOf(endpoint.getHost()));
        if (!plain && !"https".equals(endpoint.getScheme())) {
            throw new IllegalArgumentException("introspection needs https, or http on a loopback address");
        }
        var http = new OkHttpClient.Builder()
                .callTimeout(limit)
                .followRedirects(false)
                .build();
        // RFC 6749 §2.3.1: both are form-encoded before they are joined.
        var authorization = Credentials.basic(encoded(clientId), encoded(clientSecret));
        return new IntrospectionClient(http, endpoint, authorization);
    }

    /**
     * Trusts these authorities alone, instead of those of the JDK.
     *
     * @throws IllegalArgumentException if they cannot be used
     */
    public IntrospectionClient trusting(KeyStore authorities) {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            var context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            var other = http.newBuilder()
                    .sslSocketFactory(context.getSocketFactory(), (X509TrustManager) factory.getTrustManagers()[0])
                    .build();
            return new IntrospectionClient(other, endpoint, authorization);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("these authorities cannot be used", e);
        }
    }

    @Override
    public Optional<Caller> identify(String apiToken) throws IOException {
        var request = new Request.Builder()
                .url(endpoint.toString())
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .post(new FormBody.Builder().add("token", apiToken).build())
                .build();
        try (var answer = http.newCall(request).execute()) {
            if (answer.code() != 200) {
                throw new IOException("introspection answered " + answer.code());
            }
            // A longer one is cut off, and no JSON then.
            return IntrospectionResponse.caller(answer.peekBody(LARGEST).bytes());
        }
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
