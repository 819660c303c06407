package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * A copy of somebody's Keycloak in a process of its own, whose realm logs professionals in by ANS's extension, and what its
 * administrator does. The copy of the extension has the simulator's addresses in the place of Pro Santé Connect's, and no other change.
 */
final class KeycloakBroker implements AutoCloseable {
    /** The client of the simulator that it is. */
    static final String CLIENT = "keycloak";

    static final String SECRET = "s:e&c r+é%t";

    /** The software behind it, for which nobody listens: the browser's part ends there. */
    static final String SOFTWARE = "logiciel";

    static final String SOFTWARE_SECRET = "secret";
    static final URI SOFTWARE_RETURN = URI.create("http://127.0.0.1:9/retour");

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String REALM = "cabinet";
    private static final String PROVIDER = "/identity-provider/instances";
    private static final String ADMIN = "admin";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String password = UUID.randomUUID().toString();
    private final URI address = URI.create("http://127.0.0.1:" + ReservedPort.next());
    private final Path folder;
    private final Path log;
    private Process process;
    private String token = "";
    private Instant tokenRead = Instant.EPOCH;

    private KeycloakBroker(Path folder) {
        this.folder = folder;
        this.log = folder.resolveSibling("keycloak.log");
    }

    /**
     * Starts it, and waits until it answers.
     *
     * @param folder where the copy goes, in the place of an earlier one
     */
    static KeycloakBroker start(Path home, Path extension, String java, Path folder, PscSimulator simulator)
            throws Exception {
        delete(folder);
        copy(home, folder);
        point(
                Files.copy(
                        extension,
                        Files.createDirectories(folder.resolve("providers")).resolve("psc.jar")),
                simulator);
        var broker = new KeycloakBroker(folder);
        broker.run(java);
        broker.layRealm();
        return broker;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void copy(Path home, Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        try (var files = Files.walk(home)) {
            for (var file : files.toList()) {
                var path = home.relativize(file);
                if (!path.startsWith("data") && !path.startsWith("providers")) {
                    Files.copy(file, folder.resolve(path.toString()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void point(Path jar, PscSimulator simulator) throws IOException {
        var addresses = Map.of(
                "https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet",
                simulator.issuer(),
                "https://wallet.esw.esante.gouv.fr/auth",
                simulator.authorizationEndpoint());
        try (var entries = FileSystems.newFileSystem(jar)) {
            var file = entries.getPath("psc.properties");
            var text = Files.readString(file);
            for (var change : addresses.entrySet()) {
                assertTrue(text.contains("=" + change.getKey()), change::getKey);
                text = text.replace(change.getKey(), change.getValue().toString());
            }
            Files.writeString(file, text);
        }
    }

    private void run(String java) throws Exception {
        var builder = new ProcessBuilder(
                        "bash",
                        folder.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + address.getPort())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA",
                        java,
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        "JAVA_OPTS_APPEND",
                        "-XX:TieredStopAtLevel=1",
                        // Where there is none, as up to Keycloak 24, nobody reads this.
                        "KC_HTTP_MANAGEMENT_PORT",
                        Integer.toString(ReservedPort.next()),
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        password,
                        // The same two, as Keycloak 22 calls them.
                        "KEYCLOAK_ADMIN",
                        ADMIN,
                        "KEYCLOAK_ADMIN_PASSWORD",
                        password));
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        awaitStart();
    }

    private void awaitStart() throws Exception {
        var until = Instant.now().plus(PATIENCE);
        var realm = HttpRequest.newBuilder(address.resolve("/realms/master"))
                .timeout(Duration.ofSeconds(30))
                .build();
        while (!answers(realm)) {
            assertTrue(
                    !process.waitFor(250, TimeUnit.MILLISECONDS)
                            && Instant.now().isBefore(until),
                    this::log);
        }
    }

    private boolean answers(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What it said. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** An address of its realm. */
    URI at(String path) {
        return address.resolve("/realms/" + REALM + path);
    }

    /** What is registered for it at Pro Santé Connect, as the extension's own page says. */
    SimulatedClient registration() {
        return SimulatedClient.withSecret(CLIENT, SECRET)
                .withRedirectUri(at("/broker/psc/endpoint"))
                .withPostLogoutUri(at("/broker/psc/endpoint/logout_response"));
    }

    /** Makes the realm with the software and, through the extension, Pro Santé Connect. */
    private void layRealm() throws Exception {
        assertEquals(
                201,
                send("POST", "/admin/realms", "{\"realm\":\"" + REALM + "\",\"enabled\":true}")
                        .status());
        created("/clients", """
                {"clientId":"%s","secret":"%s","redirectUris":["%s"],"attributes":{"post.logout.redirect.uris":"%3$s"}}
                """.formatted(SOFTWARE, SOFTWARE_SECRET, SOFTWARE_RETURN));
        created(PROVIDER, provider(Map.of()));
        map("rpps", "psc-user-attribute-mapper", "\"claim\":\"SubjectNameID\",\"user.attribute\":\"rpps\"");
        map(
                "profession",
                "psc-user-attribute-mapper",
                "\"claim\":\"SubjectRefPro.exercices[0].codeProfession\",\"user.attribute\":\"profession\"");
        map("username", "psc-username-template-mapper", "\"template\":\"${CLAIM.SubjectNameID}\"");
        letAttributesBe();
    }

    /** Nobody has ever logged in, and the provider has its first settings. */
    void beginAnew() throws Exception {
        for (var account : accounts()) {
            assertEquals(
                    204,
                    administer("DELETE", "/users/" + account.get("id").asText(), "")
                            .status());
        }
        configure("syncMode", "IMPORT");
    }

    /** Changes a setting of the provider; the others are as in the beginning. */
    void configure(String setting, String value) throws Exception {
        assertEquals(
                204,
                administer("PUT", PROVIDER + "/psc", provider(Map.of(setting, value, "isCreated", "true")))
                        .status());
    }

    private static String provider(Map<String, String> settings) {
        var provider = JsonMapper.builder()
                .build()
                .createObjectNode()
                .put("alias", "psc")
                .put("providerId", "psc")
                .put("enabled", true)
                .put("firstBrokerLoginFlowAlias", "first broker login");
        var config = provider.putObject("config")
                .put("clientId", CLIENT)
                .put("clientSecret", SECRET)
                .put("defaultScope", "openid scope_all")
                .put("syncMode", "IMPORT");
        settings.forEach(config::put);
        return provider.toString();
    }

    private void map(String name, String mapper, String settings) throws Exception {
        created(PROVIDER + "/psc/mappers", """
                {"name":"%s","identityProviderAlias":"psc","identityProviderMapper":"%s","config":{"syncMode":"INHERIT",%s}}
                """.formatted(name, mapper, settings));
    }

    /** From version 24 on, accounts have declared attributes alone unless the realm says otherwise; before, any. */
    private void letAttributesBe() throws Exception {
        var profile = (ObjectNode) administer("GET", "/users/profile", "").json();
        administer(
                "PUT",
                "/users/profile",
                profile.put("unmanagedAttributePolicy", "ENABLED").toString());
    }

    /** The accounts of the realm, as JSON. */
    List<JsonNode> accounts() throws Exception {
        var accounts = administer("GET", "/users?briefRepresentation=false", "").json();
        return StreamSupport.stream(accounts.spliterator(), false).toList();
    }

    private void created(String path, String body) throws Exception {
        var answer = administer("POST", path, body);
        assertEquals(201, answer.status(), answer.response()::body);
    }

    private Answer administer(String method, String path, String body) throws Exception {
        return send(method, "/admin/realms/" + REALM + path, body);
    }

    private Answer send(String method, String path, String body) throws Exception {
        return new Answer(http.send(
                request(path)
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString()));
    }

    /** Lives for a minute. */
    private String token() throws Exception {
        if (tokenRead.plusSeconds(30).isBefore(Instant.now())) {
            var form = Caller.fields(
                    "grant_type", "password", "client_id", "admin-cli", "username", ADMIN, "password", password);
            tokenRead = Instant.now();
            token = new Answer(http.send(
                            request("/realms/master/protocol/openid-connect/token")
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(Caller.encoded(form)))
                                    .build(),
                            BodyHandlers.ofString()))
                    .assertOk()
                    .text("access_token");
        }
        return token;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofMinutes(1));
    }

    @Override
    public void close() {
        // While it builds itself, the server is below its launcher.
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            Await.exit("Keycloak has stopped", process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
