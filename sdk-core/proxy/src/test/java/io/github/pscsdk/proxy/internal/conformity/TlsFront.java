package io.github.pscsdk.proxy.internal.conformity;

import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * What stands in front of a proxy and speaks TLS, in a process of its own: which versions Java speaks at all is settled once
 * for each. Prints its port.
 */
final class TlsFront implements AutoCloseable {
    static final String PASSWORD = "not-secret";
    /** Lets Java speak the versions that its own settings forbid. */
    private static final String OLD = "jdk.tls.disabledAlgorithms=\njdk.certpath.disabledAlgorithms=\n";

    private final Process process;
    private final int port;

    private TlsFront(Process process) throws IOException {
        this.process = process;
        this.port = Integer.parseInt(process.inputReader().readLine());
    }

    static TlsFront start(Path folder, String... versions) throws Exception {
        var settings = Files.writeString(folder.resolve("old.security"), OLD);
        var store = folder.resolve("front.p12");
        if (!Files.exists(store)) {
            var keys = new ProcessBuilder(
                            tool("keytool"),
                            "-genkeypair",
                            "-alias",
                            "front",
                            "-keyalg",
                            "RSA",
                            "-dname",
                            "CN=127.0.0.1",
                            "-storepass",
                            PASSWORD,
                            "-keystore",
                            store.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Await.exit("the key is made", keys);
        }
        var process = new ProcessBuilder(
                        tool("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.security.properties=" + settings,
                        "-cp",
                        System.getProperty("java.class.path"),
                        TlsFront.class.getName(),
                        store.toString(),
                        String.join(",", versions))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new TlsFront(process);
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    int port() {
        return port;
    }

    /** Shakes hands with everybody until its input ends; what comes then is of no interest to anybody. */
    public static void main(String[] arguments) throws Exception {
        var store = KeyStore.getInstance(Path.of(arguments[0]).toFile(), PASSWORD.toCharArray());
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setEnabledProtocols(arguments[1].split(","));
        var worker = new Thread(() -> serve(server), "tls-front");
        worker.setDaemon(true);
        worker.start();
        System.out.println(server.getLocalPort());
        // The test closes it, or is gone.
        System.in.transferTo(OutputStream.nullOutputStream());
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
