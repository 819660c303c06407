package io.github.pscsdk.proxytools.internal.conformity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * What stands in front of a proxy and speaks TLS, at two addresses: as it should, and with old versions too. In a process of its own: which versions Java speaks at
 * all is settled once for each. Prints its ports.
 */
final class TlsFront implements AutoCloseable {
    /** Lets Java speak the versions that its own settings forbid. */
    private static final String OLD = "jdk.tls.disabledAlgorithms=\njdk.certpath.disabledAlgorithms=\n";

    private final Process process;
    private final URI right;
    private final URI old;

    private TlsFront(Process process) throws IOException {
        this.process = process;
        var printed = process.inputReader();
        right = URI.create("https://127.0.0.1:" + printed.readLine());
        old = URI.create("https://127.0.0.1:" + printed.readLine());
    }

    /** With the key of that PKCS #12 file. */
    static TlsFront start(Path store, char[] password) throws Exception {
        var settings = Files.writeString(store.resolveSibling("old.security"), OLD);
        return new TlsFront(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.security.properties=" + settings,
                        "-cp",
                        System.getProperty("java.class.path"),
                        TlsFront.class.getName(),
                        store.toString(),
                        new String(password))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Speaks TLS 1.2 and 1.3. */
    URI right() {
        return right;
    }

    /** Speaks TLS 1.0 and 1.1 too. */
    URI old() {
        return old;
    }

    /** Shakes hands with everybody until its input ends; what comes then is of no interest to anybody. */
    public static void main(String[] arguments) throws Exception {
        var password = arguments[1].toCharArray();
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(Path.of(arguments[0]).toFile(), password), password);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        listen(context, "TLSv1.2", "TLSv1.3");
        listen(context, "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");
        // The test closes it, or is gone.
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    private static void listen(SSLContext context, String... versions) throws IOException {
        var server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setEnabledProtocols(versions);
        var worker = new Thread(() -> serve(server), "tls-front");
        worker.setDaemon(true);
        worker.start();
        System.out.println(server.getLocalPort());
    }

    private static void serve(SSLServerSocket server) {
        while (true) {
            try (Socket socket = server.accept()) {
                InputStream in = socket.getInputStream();
                while (in.read() >= 0) {
                    // Whatever is said is not answered.
                }
            } catch (IOException e) {
                // No version in common, or the end of a handshake that nobody wanted to finish.
                continue;
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
