package io.github.pscsdk.interop;

import io.github.pscsdk.testkit.support.ReservedPort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How Keycloak is started: with the realms {@code esante-wallet} and {@code api-fictive}, in memory, on private loopback ports, behind a proxy that ends TLS.
 *
 * @param home the folder that the distribution was unpacked to
 * @param phone where it asks professionals to confirm
 * @param logouts what the clients' addresses for logout tokens begin with
 * @param psc where the realm of the API finds Pro Santé Connect
 * @param port where it listens
 * @param managementPort where it would tell about its health
 * @param password of its administrator, {@link KeycloakAdmin#NAME}
 */
record KeycloakLaunch(Path home, URI phone, URI logouts, URI psc, int port, int managementPort, String password) {
    static final String REALM = "esante-wallet";

    /** With ports that nobody else is given, and a password of the moment. */
    static KeycloakLaunch of(Path home, URI phone, URI logouts, URI psc) {
        return new KeycloakLaunch(
                home,
                phone,
                logouts,
                psc,
                ReservedPort.next(),
                ReservedPort.next(),
                UUID.randomUUID().toString());
    }

    /** What all its addresses begin with. */
    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/auth");
    }

    /** What it says goes here. */
    Path log() {
        return home.resolveSibling("keycloak.log");
    }

    /** Puts the realms where Keycloak imports from. */
    void layRealms() throws IOException {
        var folder = Files.createDirectories(home.resolve("data/import"));
        for (var name : List.of(REALM, ApiRealm.NAME)) {
            try (var realm = KeycloakLaunch.class.getResourceAsStream("/" + name + ".json")) {
                Files.copy(realm, folder.resolve(name + ".json"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** The process to be. */
    ProcessBuilder command() {
        var builder = new ProcessBuilder(
                        "sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        // A foreign issuer's token is exchanged by the older of its two exchanges alone, and its
                        // permission is one of the older administration.
                        "--features=token-exchange,admin-fine-grained-authz:v1",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + managementPort,
                        "--http-relative-path=" + address().getPath(),
                        "--proxy-headers=xforwarded",
                        "--spi-x509cert-lookup--provider=haproxy",
                        "--spi-x509cert-lookup--haproxy--ssl-client-cert=" + Relay.CERTIFICATE,
                        "--spi-ciba-auth-channel--ciba-http-auth-channel--http-authentication-channel-uri=" + phone)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
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
                        // Stand in the realm files.
                        "INTEROP_LOGOUT",
                        logouts.toString(),
                        "INTEROP_PSC",
                        psc.toString()));
        return builder;
    }

    /** Not the password. */
    @Override
    public String toString() {
        return "KeycloakLaunch[" + port + "]";
    }
}
