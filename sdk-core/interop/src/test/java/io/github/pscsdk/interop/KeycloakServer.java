package io.github.pscsdk.interop;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Keycloak with the realm {@code esante-wallet}, in a process of its own, on private loopback ports, with nothing on disk but its log.
 * Ends when it is closed, and with this JVM at the latest.
 */
final class KeycloakServer implements AutoCloseable {
    static final String REALM = "esante-wallet";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int GRACE_SECONDS = 15;

    private final Process process;
    private final URI address;
    private final KeycloakAdmin admin;

    private KeycloakServer(Process process, URI address, KeycloakAdmin admin) {
        this.process = process;
        this.address = address;
        this.admin = admin;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param home the folder that the distribution was unpacked to
     * @param certificateHeader the header in which the proxy before it hands on a client's certificate
     * @param phone where CIBA's requests to a person's device go to
     * @param logouts where the clients' addresses for logout tokens begin
     */
    static KeycloakServer start(Path home, String certificateHeader, URI phone, URI logouts)
            throws IOException, InterruptedException {
        var imported = Files.createDirectories(home.resolve("data/import")).resolve(REALM + ".json");
        try (InputStream realm = KeycloakServer.class.getResourceAsStream("/" + REALM + ".json")) {
            Files.copy(realm, imported, StandardCopyOption.REPLACE_EXISTING);
        }
        var port = freePort();
        var password = UUID.randomUUID().toString();
        var log = home.resolveSibling("keycloak.log");
        var builder = new ProcessBuilder(
                        "sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + freePort(),
                        "--http-relative-path=/auth",
                        "--proxy-headers=xforwarded",
                        "--spi-x509cert-lookup--provider=haproxy",
                        "--spi-x509cert-lookup--haproxy--ssl-client-cert=" + certificateHeader,
                        "--spi-ciba-auth-channel--ciba-http-auth-channel--http-authentication-channel-uri=" + phone)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_APPEND",
                        "-XX:TieredStopAtLevel=1",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        KeycloakAdmin.NAME,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        password,
                        // The realm file names it.
                        "INTEROP_LOGOUT",
                        logouts.toString()));
        var address = URI.create("http://127.0.0.1:" + port + "/auth");
        var server = new KeycloakServer(builder.start(), address, new KeycloakAdmin(address, password));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.awaitReady(log);
        return server;
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        var http = HttpClient.newHttpClient();
        var discovery = HttpRequest.newBuilder(
                        URI.create(address + "/realms/" + REALM + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(30))
                .build();
        for (var looks = 0; looks < PATIENCE.dividedBy(LOOK); looks++) {
            if (process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Keycloak did not start:\n" + Files.readString(log));
            }
            if (answers(http, discovery)) {
                return;
            }
        }
        close();
        throw new IllegalStateException("Keycloak was not ready in time:\n" + Files.readString(log));
    }

    private static boolean answers(HttpClient http, HttpRequest discovery) throws InterruptedException {
        try {
            return http.send(discovery, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What all its addresses begin with: {@code http://127.0.0.1:<port>/auth}. */
    URI address() {
        return address;
    }

    /** Its administrator. */
    KeycloakAdmin admin() {
        return admin;
    }

    @Override
    public void close() {
        // The launcher may be a shell with the server below it.
        var family = process.descendants().toList();
        process.destroy();
        family.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                family.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            family.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
