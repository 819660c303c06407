package io.github.pscsdk.proxy.internal.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.proxy.DrawnKeys;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.AttemptLimits;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.OperationSettings;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.TraceSettings;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.TrafficLimits;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import io.github.pscsdk.relyingparty.internal.settings.SettingsException;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {
    private static final String SUM = "1".repeat(64);
    private static final String MINIMAL = """
            {"environment": {"name": "sandbox"},
             "clients": [{"id": "editeur", "method": "secret_basic", "secret": {"value": "s3cret-value"}}],
             "applications": [{"name": "one", "sha256": "%s"}]}
            """.formatted(SUM);

    @TempDir
    private Path folder;

    private ProxyConfiguration read(String text) throws Exception {
        var file = Files.writeString(folder.resolve("proxy.json"), text);
        return ConfigurationReader.read(file, Map.of("SECRET", "from-a-variable"));
    }

    private void makeSecrets() throws Exception {
        var secrets = Files.createDirectories(folder.resolve("secrets"));
        DrawnKeys.drawnIn(secrets);
        try (var simulator = PscSimulator.builder()
                .client(SimulatedClient.withCertificate("editeur-mtls-bas"))
                .https()
                .start()) {
            var password = simulator.keyStorePassword();
            Files.writeString(secrets.resolve("client.password"), new String(password) + "\n");
            save(simulator.clientKeyStore("editeur-mtls-bas"), secrets.resolve("client.p12"), password);
            save(
                    simulator.trustStore(),
                    secrets.resolve("authorities.p12"),
                    "not secret: it protects public certificates".toCharArray());
        }
    }

    private ProxyConfiguration example(String name) throws Exception {
        makeSecrets();
        var example = Files.copy(Path.of(name), folder.resolve("proxy.json"));
        return ConfigurationReader.read(
                example,
                Map.of(
                        "PSC_CLIENT_SECRET", "any",
                        "FORMS_CLIENT_SECRET", "other",
                        "PSC_STORE_PASSWORD", "another",
                        "PSC_SENTINEL_PASSWORD", "yet another"));
    }

    @Test
    void the_example_of_a_first_run_is_a_configuration() throws Exception {
        DrawnKeys.drawnIn(folder);

        var configuration = example("simulator.example.json");

        assertEquals(Environment.SIMULATOR, configuration.environment().kind());
        assertTrue(configuration.applications().get(0).operator());
        assertTrue(configuration.stores().isPresent());
    }

    @Test
    void the_shipped_example_is_a_configuration() throws Exception {
        var configuration = example("proxy.example.json");

        assertEquals(Environment.SANDBOX, configuration.environment().kind());
        assertEquals(AcrPolicy.DEFAULT, configuration.acrPolicy());
        assertTrue(configuration.clientProbe());
        assertEquals(8080, configuration.address().getPort());
        assertEquals(
                URI.create("https://proxy.editeur.example"),
                configuration.publicBaseUri().orElseThrow());
        assertEquals(2, configuration.clients().size());
        assertFalse(
                configuration.clients().get(1).authentication().keyManagers().isEmpty());
        assertTrue(configuration.backends().get(0).audience().isPresent());
        assertTrue(configuration.backends().get(1).audience().isEmpty());
        assertTrue(configuration.applications().get(1).operator());
        assertEquals(AttemptLimits.DEFAULT, configuration.limits());
        assertEquals(
                Optional.of(Duration.ofSeconds(140)), configuration.traffic().connectWithin());
        assertEquals(
                new OperationSettings(true, Duration.ofSeconds(20), Duration.ofSeconds(30)), configuration.operation());
        assertTrue(configuration.trustedCertificates().isPresent());
        assertTrue(configuration.forwardProxy().authorization().isPresent());
        assertTrue(configuration.forwardProxy().isFor(URI.create("https://psc.example")));
        assertFalse(configuration.forwardProxy().isFor(URI.create("https://forms.clinique.example")));
        assertEquals(2, configuration.trustedReverseProxies().size());
        assertEquals(
                TraceSettings.DEFAULT_RETENTION,
                configuration.traces().orElseThrow().retention());
        assertTrue(configuration.stores().isPresent());
    }

    @Test
    void the_shipped_example_for_redis_is_a_configuration() throws Exception {
        assertTrue(example("redis.example.json").stores().isPresent());
    }

    private static void save(KeyStore store, Path file, char[] password) throws Exception {
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
    }

    @Test
    void traces_are_in_a_folder_or_in_the_store_and_encrypted_where_there_is_a_key_ring() throws Exception {
        DrawnKeys.drawnIn(folder);
        var plain = traces("\"traces\": {\"directory\": \"t\", \"retention\": \"P365D\"}");
        assertEquals(
                new TraceSettings(Optional.of(folder.resolve("t")), Optional.empty(), Duration.ofDays(365)), plain);

        var store = "\"store\": {\"keyRing\": \"key-ring\", \"file\": \"s\"}, ";
        assertTrue(
                traces(store + "\"traces\": {\"directory\": \"t\"}").keyRing().isPresent());
        assertEquals(TraceSettings.inStore(), traces(store + "\"traces\": {\"inStore\": true}"));
    }

    private TraceSettings traces(String member) throws Exception {
        return read(MINIMAL.strip().replaceFirst("\\{", "{" + member + ", "))
                .traces()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "\"traces\": {\"inStore\": true} | traces.inStore needs a store",
                "\"traces\": {\"inStore\": true, \"directory\": \"t\"} | traces has exactly one of directory and inStore",
                "\"traces\": {\"directory\": \"\"} | traces.directory is missing",
                "\"traces\": {\"inStore\": false} | traces has exactly one of directory and inStore",
            })
    void traces_are_in_one_place(String member, String expected) {
        var failure = assertThrows(IllegalArgumentException.class, () -> traces(member));

        assertEquals(expected, message(failure));
    }

    @Test
    void what_is_left_out_is_safe() throws Exception {
        var configuration = read(MINIMAL);

        assertTrue(configuration.address().getAddress().isLoopbackAddress());
        assertFalse(configuration.conformityMode());
        assertEquals(AttemptLimits.DEFAULT, configuration.limits());
        assertEquals(TrafficLimits.DEFAULT, configuration.traffic());
        assertEquals(OperationSettings.DEFAULT, configuration.operation());
        assertTrue(configuration.trustedReverseProxies().isEmpty());
        assertTrue(configuration.traces().isEmpty());
        assertTrue(configuration.stores().isEmpty());
    }

    @Test
    void levels_of_assurance_are_read_and_those_that_are_given_are_required() throws Exception {
        assertEquals(AcrPolicy.DEFAULT, read(MINIMAL).acrPolicy());
        assertEquals(
                AcrPolicy.accepting(Set.of("eidas2", "eidas3")),
                read(MINIMAL.strip().replaceFirst("\\}$", ", \"acr\": {\"accepted\": [\"eidas2\", \"eidas3\"]}}"))
                        .acrPolicy());
    }

    private static String message(Exception failure) {
        return failure.getMessage().replaceAll("line \\d+: ", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"acr\": {\"accepted\": []}",
                "\"conformityMode\": \"perhaps\"",
                "\"conformitymode\": true",
                "\"limits\": {\"perCaler\": 1}",
                "\"bind\": {\"address\": \"proxy.example\", \"port\": 1}",
                "\"bind\": {\"port\": -1}",
                "\"bind\": {\"port\": 65536}",
                "\"login\": {\"prompt\": \"none\"}",
                "\"login\": {\"maxAge\": \"15 minutes\"}",
                "\"limits\": {\"window\": \"P36501D\"}",
                "\"limits\": {\"pendingLogins\": 0}",
                "\"operation\": {\"stopWithin\": \"-PT1S\"}",
                "\"operation\": {\"reloadEvery\": \"PT0S\"}",
                "\"operation\": {\"reloadEvery\": \"30 seconds\"}",
                "\"operation\": {\"metrics\": \"some\"}",
                "\"traces\": {\"directory\": \"t\", \"retention\": \"PT1H\"}",
                "\"backends\": [{\"name\": \"a b\", \"baseUri\": \"https://a\"}]",
            })
    void a_value_that_cannot_be_right_stops_the_start(String member) {
        var text = MINIMAL.strip().replaceFirst("\\}$", ", " + member.replace("\\", "") + "}");

        var failure = assertThrows(SettingsException.class, () -> read(text));

        assertFalse(failure.getMessage().contains("s3cret-value"));
    }

    @Test
    void a_secret_may_come_from_a_variable_or_a_file() throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "from-a-file\n");

        read(MINIMAL.replace("\"value\": \"s3cret-value\"", "\"variable\": \"SECRET\""));
        read(MINIMAL.replace("\"value\": \"s3cret-value\"", "\"file\": \"secret.txt\""));
    }

    @Test
    void every_setting_that_is_wrong_is_named_as_the_file_spells_it() {
        var failure = assertThrows(SettingsException.class, () -> read("""
                {"environment": {"name": "custom"},
                 "clients": [{"id": "one", "method": "secret_basic", "secret": {"value": "s3cret", "file": "secret.txt"}},
                             {"method": "mtls", "keyStore": "none.p12", "password": {"variable": "UNSET"}},
                             {"id": "three", "method": "secret_post", "secret": {}}],
                 "applications": [{"name": "one", "sha256": "%s"}, {"name": "two", "sha256": "s3cret"}],
                 "trustStore": {"file": "none.p12", "password": {"variable": "SECRET"}},
                 "limits": {"window": "10 s3cret minutes"}}
                """.formatted(SUM)));

        assertEquals(
                String.join(
                        "; ",
                        "environment.issuer is missing",
                        "environment.authorizationEndpoint is missing",
                        "clients[0].secret has exactly one of value, file and variable",
                        "clients[1].id is missing",
                        "clients[1].keyStore cannot be read",
                        "clients[1].password.variable names a variable that is not set",
                        "clients[2].secret has exactly one of value, file and variable",
                        "applications[1].sha256 cannot be used: an application token is configured as its SHA-256 sum: 64 hex digits",
                        "trustStore.file cannot be read",
                        "limits.window is a duration as ISO 8601 has it, such as P184D or PT10M, of PT0.001S to P36500D"),
                message(failure));
    }

    @Test
    void a_member_without_which_its_entry_means_nothing_is_named() {
        var failure = assertThrows(SettingsException.class, () -> read("""
                {"clients": [{"id": "editeur"}], "backends": [{}], "applications": [{}], "traces": {}}
                """));

        assertEquals(
                "clients[0].method is missing; backends[0].name is missing; backends[0].baseUri is missing; "
                        + "applications[0].name is missing; applications[0].sha256 is missing; traces has exactly one of directory and inStore; environment.name is missing",
                message(failure));
    }

    private static String withTokenExchange(String members) {
        return MINIMAL.strip()
                .replaceFirst(
                        "\\}$",
                        ", \"backends\": [{\"name\": \"form\", \"baseUri\": \"https://form.example\", \"tokenExchange\": {"
                                + members.replace("\\", "") + "}}]}");
    }

    @Test
    void a_backend_s_client_is_written_as_that_of_psc_and_has_a_secret_of_its_own() throws Exception {
        var text = withTokenExchange("\"tokenEndpoint\": \"https://a.example/token\", \"revocationEndpoint\":"
                + " \"https://a.example/revoke\", \"scopes\": [\"one\"], \"client\": {\"id\": \"there\","
                + " \"method\": \"secret_post\", \"secret\": {\"variable\": \"SECRET\"}}");

        var audience = read(text).backends().get(0).audience().orElseThrow();

        assertEquals(
                "ApiClientRegistration[there, client_secret_post]",
                audience.client().toString());
        assertEquals(Optional.of(URI.create("https://a.example/revoke")), audience.revocationEndpoint());
        assertEquals(List.of("one"), audience.scopes());
    }

    @Test
    void the_client_of_psc_serves_at_a_backend_only_where_the_file_says_so() throws Exception {
        var text = withTokenExchange("\"tokenEndpoint\": \"https://a.example/token\", \"client\": {\"method\":"
                + " \"dangerously_client_of_psc\"}");

        assertEquals(
                "ApiClientRegistration[of PSC]",
                read(text).backends().get(0).audience().orElseThrow().client().toString());
        assertEquals(
                "backends[0].tokenExchange.client.method is missing",
                assertThrows(
                                SettingsException.class,
                                () -> read(withTokenExchange("\"tokenEndpoint\": \"https://a.example/token\"")))
                        .getMessage()
                        .replaceAll("line \\d+: ", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"method\": \"secret\"} | client.method is one of secret_basic, secret_post, mtls, certificate_of_psc and"
                        + " dangerously_client_of_psc",
                "{\"method\": \"certificate_of_psc\", \"id\": \"there\"} | client.method is of Pro Santé Connect's client, and"
                        + " goes without id, secret and key store",
                "{\"method\": \"certificate_of_psc\", \"secret\": {}} | client.method is of Pro Santé Connect's client, and"
                        + " goes without id, secret and key store",
                "{\"method\": \"certificate_of_psc\", \"keyStore\": \"own.p12\"} | client.method is of Pro Santé Connect's client,"
                        + " and goes without id, secret and key store",
                "{\"method\": \"certificate_of_psc\", \"password\": {}} | client.method is of Pro Santé Connect's client, and"
                        + " goes without id, secret and key store",
                "{\"method\": \"secret_post\", \"secret\": {\"value\": \"x\"}} | client.id is missing",
                "{\"method\": \"certificate_of_psc\"} | client cannot show a certificate: each of clients needs one, and"
                        + " tokenEndpoint is https",
                "{\"method\": \"secret_post\", \"id\": \"there\", \"secret\": {\"value\": \"s3cret-value\"}} | client"
                        + " has the secret of Pro Santé Connect; the method dangerously_client_of_psc says so by its name",
            })
    void what_is_wrong_with_a_backend_s_client_is_named(String client, String expected) {
        var text = withTokenExchange("\"tokenEndpoint\": \"https://a.example/token\", \"client\": " + client);

        var failure = assertThrows(SettingsException.class, () -> read(text));

        assertEquals("backends[0].tokenExchange." + expected, message(failure));
    }

    @Test
    void browser_logins_ask_for_what_the_file_says() throws Exception {
        assertFalse(read(MINIMAL).browserLoginOptions().asksAnew());

        var text = MINIMAL.strip()
                .replaceFirst(
                        "\\}$",
                        ", \"login\": {\"prompt\": \"login\", \"maxAge\": \"PT15M\", \"identityProvider\": \"chu\"}}");
        var options = read(text).browserLoginOptions();

        assertTrue(options.asksAnew());
        assertEquals(Optional.of(Duration.ofMinutes(15)), options.maxAge());
        assertEquals(Optional.of("chu"), options.identityProvider());
    }

    @Test
    void the_file_s_own_limits_are_used() throws Exception {
        var text = MINIMAL.strip()
                .replaceFirst("\\}$", ", \"limits\": {\"window\": \"PT1M\", \"bodyBytes\": 3000000000}}");

        assertEquals(Duration.ofMinutes(1), read(text).limits().window());
        assertEquals(3_000_000_000L, read(text).traffic().bodyBytes());
    }

    @Test
    void who_shows_conformity_needs_no_application_and_two_of_one_kind_may_have_one_token() throws Exception {
        var one = MINIMAL.lines()
                .filter(line -> line.contains("sha256"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(),
                read(MINIMAL.replace(one, "\"conformityMode\": true}")).applications());

        var two = "{\"name\": \"two\", \"sha256\": \"" + SUM + "\"}";
        assertEquals(
                2,
                read(MINIMAL.replace("}]}", "}, " + two + "]}")).applications().size());
    }
}
