package io.github.pscsdk.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Debian's reverse proxy with the file that is shipped for it, over TLS, in front of two nodes. */
final class ShippedFront implements AutoCloseable {
    private static final Path DEPLOY = Path.of("../proxy-tools/deploy");
    private static final String CALLER = "127.0.0.2";

    private final Path folder;
    private final int port = ReservedPort.next();
    private final OkHttpClient caller;
    private final Process process;

    /** The reverse proxies for which a file is shipped. */
    enum Program {
        NGINX("nginx", "nginx.conf", "proxy_read_timeout"),
        HAPROXY("haproxy", "haproxy.cfg", "timeout server"),
        CADDY("caddy", "Caddyfile", "response_header_timeout");

        private final String command;
        private final String file;
        // The setting that says how long it waits for an answer of a node.
        private final String limit;

        Program(String command, String file, String limit) {
            this.command = command;
            this.file = file;
            this.limit = limit;
        }

        /** The file as it is shipped. */
        private String text() throws IOException {
            return Files.readString(DEPLOY.resolve(file));
        }

        private Path path() {
            var folders = Optional.ofNullable(System.getenv("PATH")).orElse("") + File.pathSeparator + "/usr/sbin";
            return Arrays.stream(folders.split(File.pathSeparator))
                    .map(folder -> Path.of(folder, command))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseGet(this::skipOrFail);
        }

        private Path skipOrFail() {
            var message = "NOT TRIED WITH " + this + ": it needs Debian's " + command
                    + " (apt-get install --no-install-recommends " + command + ")";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            System.err.println(message);
            return abort(message);
        }

        /** What this machine has otherwise than the customer's: address and certificate. */
        private String here(String text, Path folder, int port) {
            return switch (this) {
                case NGINX ->
                    changed(text, "listen 443", "listen 127.0.0.1:" + port)
                            .replace("/etc/nginx/proxy.crt", folder + "/proxy.crt")
                            .replace("/etc/nginx/proxy.key", folder + "/proxy.key");
                case HAPROXY ->
                    changed(text, "bind :443", "bind 127.0.0.1:" + port)
                            .replace("/etc/haproxy/proxy.pem", folder + "/proxy.pem");
                case CADDY ->
                    changed(
                                    text,
                                    "\nproxy.editeur.example {",
                                    "\nhttps://127.0.0.1:" + port + " {\n\tbind 127.0.0.1\n\ttls " + folder
                                            + "/proxy.crt " + folder + "/proxy.key")
                            .replaceFirst("\n\\{", "\n{\n\tadmin off\n\tauto_https disable_redirects");
            };
        }

        private List<String> arguments(Path folder) {
            var configuration = folder.resolve(file).toString();
            return switch (this) {
                case NGINX ->
                    List.of("-e", "stderr", "-c", configuration, "-g", "daemon off; pid " + folder + "/nginx.pid;");
                case HAPROXY -> List.of("-db", "-f", configuration);
                case CADDY -> List.of("run", "--adapter", "caddyfile", "--config", configuration);
            };
        }
    }

    private static String changed(String text, String from, String to) {
        assertTrue(text.contains(from), () -> "no longer there: " + from);
        return text.replace(from, to);
    }

    private ShippedFront(Program program, Path folder, String text, URI first, URI second) throws Exception {
        this.folder = folder;
        caller = caller(writeCertificate(folder));
        var nodes = changed(changed(text, "node-1:8080", first.getAuthority()), "node-2:8080", second.getAuthority());
        Files.writeString(folder.resolve(program.file), program.here(nodes, folder, port));
        var builder = new ProcessBuilder(
                        Stream.concat(Stream.of(program.path().toString()), program.arguments(folder).stream())
                                .toList())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        // Caddy keeps what it remembers in the home folder.
        builder.environment().put("HOME", folder.toString());
        process = builder.start();
        Await.until("the reverse proxy listens", this::listens);
    }

    /** Where the program is missing, the test is skipped and says so. */
    static ShippedFront start(Program program, Path folder, URI first, URI second) throws Exception {
        return new ShippedFront(program, folder, program.text(), first, second);
    }

    /** The same with another limit for an answer of a node. */
    static ShippedFront impatient(Program program, Path folder, URI node, Duration limit) throws Exception {
        var text = changed(program.text(), program.limit + " 150s", program.limit + " " + limit.toMillis() + "ms");
        return new ShippedFront(program, folder, text, node, node);
    }

    private static KeyStore writeCertificate(Path folder) throws Exception {
        var keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
        var certificate = TlsBackend.selfSigned(keys);
        var shown = pem("CERTIFICATE", certificate.getEncoded());
        var key = pem("PRIVATE KEY", keys.getPrivate().getEncoded());
        Files.writeString(folder.resolve("proxy.crt"), shown);
        Files.writeString(folder.resolve("proxy.key"), key);
        Files.writeString(folder.resolve("proxy.pem"), shown + key);
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("front", certificate);
        return trusted;
    }

    private static String pem(String type, byte[] content) {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
    }

    /** Software at an address of its own. */
    private static OkHttpClient caller(KeyStore trusted) throws Exception {
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return new OkHttpClient.Builder()
                .socketFactory(new AddressedSockets())
                .sslSocketFactory(context.getSocketFactory(), (X509TrustManager) managers.getTrustManagers()[0])
                // By HTTP/2 it tells the reverse proxy when a caller leaves; here the connection alone ends.
                .protocols(List.of(Protocol.HTTP_1_1))
                .retryOnConnectionFailure(false)
                .readTimeout(Await.LIMIT)
                .build();
    }

    private static final class AddressedSockets extends SocketFactory {
        @Override
        public Socket createSocket() throws IOException {
            var socket = new Socket();
            socket.bind(new InetSocketAddress(CALLER, 0));
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            throw new UnsupportedOperationException();
        }
    }

    private boolean listens() throws IOException {
        assertTrue(process.isAlive(), this::output);
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        }
    }

    /** The client of software that has {@link #CALLER} as its address. */
    OkHttpClient caller() {
        return caller;
    }

    String callerAddress() {
        return CALLER;
    }

    URI address() {
        return URI.create("https://127.0.0.1:" + port);
    }

    /** All that it wrote. */
    String output() {
        try {
            return Files.readString(folder.resolve("output"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        caller.dispatcher().executorService().shutdown();
        caller.connectionPool().evictAll();
        process.destroy();
        Await.until("the reverse proxy has stopped", () -> !process.isAlive());
    }
}
