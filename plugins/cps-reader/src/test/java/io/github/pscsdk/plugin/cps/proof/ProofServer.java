package io.github.pscsdk.plugin.cps.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** A host on the loopback that looks at client certificates. */
final class ProofServer implements AutoCloseable {
    private static final char[] PASSWORD = "fictif".toCharArray();

    /** What the host does with certificates. */
    enum Mood {
        ACCEPTS,
        REFUSES,
        FORBIDS,
        DOES_NOT_ASK
    }

    private final TestPair own = TestPair.ofLocalhost();
    private final BlockingQueue<Certificate> seen = new LinkedBlockingQueue<>();
    private final Mood mood;
    private final SSLServerSocket socket;

    ProofServer(Mood mood, String... protocols) throws Exception {
        this.mood = mood;
        var context = SSLContext.getInstance("TLS");
        context.init(keys(), new TrustManager[] {new Judge()}, null);
        socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        socket.setEnabledProtocols(protocols);
        socket.setNeedClientAuth(mood != Mood.DOES_NOT_ASK);
        var thread = new Thread(this::serve, "proof-server");
        thread.setDaemon(true);
        thread.start();
    }

    private KeyManager[] keys() throws Exception {
        var store = emptyStore();
        store.setKeyEntry("own", own.key(), PASSWORD, new Certificate[] {own.certificate()});
        var factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(store, PASSWORD);
        return factory.getKeyManagers();
    }

    /** What trusts this host. */
    KeyStore authorities() throws Exception {
        var store = emptyStore();
        store.setCertificateEntry("own", own.certificate());
        return store;
    }

    private static KeyStore emptyStore() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    URI address() {
        return URI.create("https://localhost:" + socket.getLocalPort() + "/card");
    }

    /** The certificates of the clients that spoke, in order. */
    BlockingQueue<Certificate> seen() {
        return seen;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = (SSLSocket) socket.accept()) {
                answer(client);
            } catch (IOException e) {
                // A client that gave up, or the end.
            }
        }
    }

    private void answer(SSLSocket client) throws IOException {
        client.startHandshake();
        if (mood != Mood.DOES_NOT_ASK) {
            seen.add(client.getSession().getPeerCertificates()[0]);
        }
        var request = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        for (var line = request.readLine(); line != null && !line.isEmpty(); line = request.readLine()) {
            // Up to the empty line.
        }
        var status = mood == Mood.FORBIDS ? "403 Forbidden" : "200 OK";
        client.getOutputStream()
                .write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Believes whatever the mood wants. */
    private final class Judge extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            if (mood == Mood.REFUSES) {
                throw new CertificateException("not here");
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket connection)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket connection) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
