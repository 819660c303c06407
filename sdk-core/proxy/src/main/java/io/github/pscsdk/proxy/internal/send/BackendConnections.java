package io.github.pscsdk.proxy.internal.send;

import io.github.pscsdk.proxy.RegisteredClient;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * The connections to the backends. Each client id that has a certificate has connections of its own, so that no request
 * travels under the certificate of another one; the others share theirs.
 */
public final class BackendConnections implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int THREADS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        var thread = new Thread(work, "proxy-backends");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient shared;
    private final Map<String, HttpClient> withCertificate = new HashMap<>();

    /**
     * Prepares the connections; connects to nobody yet.
     *
     * @param trusted certification authorities instead of the Java platform's
     * @throws IllegalArgumentException if a certificate cannot be used
     */
    public BackendConnections(List<RegisteredClient> clients, Optional<KeyStore> trusted) {
        try {
            shared = connections(new KeyManager[0], trusted);
            for (var client : clients) {
                var keys = client.authentication().keyManagers().toArray(KeyManager[]::new);
                if (keys.length > 0) {
                    withCertificate.put(client.id(), connections(keys, trusted));
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a certificate of the configuration cannot be used", e);
        }
    }

    HttpClient of(String clientId) {
        return withCertificate.getOrDefault(clientId, shared);
    }

    private HttpClient connections(KeyManager[] keys, Optional<KeyStore> trusted) throws GeneralSecurityException {
        var tls = SSLContext.getInstance("TLS");
        tls.init(keys, authorities(trusted), new SecureRandom());
        return HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads)
                .build();
    }

    private static TrustManager[] authorities(Optional<KeyStore> trusted) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        // Null means the Java platform's own authorities to this factory.
        factory.init(trusted.orElse(null));
        return factory.getTrustManagers();
    }

    /** Stops the threads; what is going on fails. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
