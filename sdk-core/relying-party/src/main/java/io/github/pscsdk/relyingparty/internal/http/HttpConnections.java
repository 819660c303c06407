package io.github.pscsdk.relyingparty.internal.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** How one client connects: its threads, its time limits, TLS with its certificate if it has one. */
final class HttpConnections {
    // A call holds a thread and a connection as long as PSC is away. At 50 ms these make 960 polls a second, enough
    // for 4,800 logins that wait at an interval of 5 s.
    private static final int MAX_CALLS = 48;

    // PSC is slow at times: two seconds were seen to be too little to connect (pitfalls of integrators).
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(15);

    /** For the connection, and then for an alert: {@link #listenForRefusal} takes twice that at most. */
    private static final Duration HANDSHAKE_STEP = Duration.ofMillis(500);

    private HttpConnections() {}

    /** @param authorities whom to trust instead of the Java platform's authorities */
    static OkHttpClient open(List<KeyManager> keyManagers, Optional<KeyStore> authorities) {
        try {
            var trust = trustManager(authorities.orElse(null));
            var tls = SSLContext.getInstance("TLS");
            tls.init(keyManagers.toArray(KeyManager[]::new), new X509TrustManager[] {trust}, null);
            return new OkHttpClient.Builder()
                    .dispatcher(dispatcher())
                    .connectionPool(new ConnectionPool(MAX_CALLS, 1, TimeUnit.MINUTES))
                    // MODERN_TLS is TLS 1.2 and 1.3. Who may be called in the clear is SecureUri's decision.
                    .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
                    .sslSocketFactory(tls.getSocketFactory(), trust)
                    .connectTimeout(CONNECT)
                    .readTimeout(WHOLE_CALL)
                    .writeTimeout(WHOLE_CALL)
                    .callTimeout(WHOLE_CALL)
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the certificates cannot be used on this Java platform", e);
        }
    }

    private static X509TrustManager trustManager(KeyStore authorities) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    /** Daemon threads, whose number does not depend on how many logins wait. */
    private static Dispatcher dispatcher() {
        var number = new AtomicInteger();
        var waiting = new LinkedBlockingQueue<Runnable>();
        var executor = new ThreadPoolExecutor(MAX_CALLS, MAX_CALLS, 10, TimeUnit.SECONDS, waiting, task -> {
            var thread = new Thread(task, "psc-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        executor.allowCoreThreadTimeOut(true);
        var dispatcher = new Dispatcher(executor);
        dispatcher.setMaxRequests(MAX_CALLS);
        dispatcher.setMaxRequestsPerHost(MAX_CALLS);
        return dispatcher;
    }

    /**
     * Opens a TLS connection without sending a request, to learn whether the server refuses our certificate. In TLS 1.3 it
     * checks the certificate after our handshake is done (RFC 8446, section 4.4.2): its alert gets lost if we are writing a
     * request by then, and comes if we listen. Blocks for a second at most; fails with the alert, or with whatever else is
     * wrong.
     */
    static void listenForRefusal(SSLSocketFactory sockets, URI uri) throws IOException {
        var port = uri.getPort() < 0 ? 443 : uri.getPort();
        var step = (int) HANDSHAKE_STEP.toMillis();
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(uri.getHost(), port), step);
            plain.setSoTimeout(step);
            try (var secure = (SSLSocket) sockets.createSocket(plain, uri.getHost(), port, true)) {
                secure.startHandshake();
                secure.getInputStream().read();
            }
        } catch (SocketTimeoutException e) {
            // No alert: the server has accepted the handshake and waits for a request.
            return;
        }
    }
}
