package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.relyingparty.internal.settings.SettingsException;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** From settings as they are written to a relying party, or to the sentence that says what is wrong. */
class PscSettingsTest {
    @TempDir
    private Path folder;

    private static Map<String, String> flawless() {
        return new HashMap<>(Map.of(
                "psc.public-base-uri", "https://practice.example",
                "psc.environment.name", "sandbox",
                "psc.client.id", "practice",
                "psc.client.method", "secret_basic",
                "psc.client.secret.value", "s3cret"));
    }

    private static final Map<String, String> VARIABLES = Map.of("SET", "s3cret");

    private static PscSettings bound(Map<String, String> settings) {
        return new PscSettings(new Binder(new MapConfigurationPropertySource(settings)));
    }

    private static String complaint(Map<String, String> settings) {
        var properties = bound(settings);
        var failure = assertThrows(SettingsException.class, () -> properties.relyingParty(VARIABLES));
        assertFalse(failure.getMessage().contains("s3cret"), failure::getMessage);
        return failure.getMessage();
    }

    @Test
    void the_settings_make_a_relying_party_of_that_environment() {
        try (var party = bound(flawless()).relyingParty(VARIABLES).build()) {
            assertEquals(Environment.SANDBOX, party.environment().kind());
            assertEquals("practice", party.clientId());
        }
    }

    @Test
    void the_settings_of_an_http_proxy_are_read_each_as_itself() {
        var settings = flawless();
        settings.put("psc.http-proxy.address", "name:s3cret@proxy:3128");
        settings.put("psc.http-proxy.user", "poste:4");
        settings.put("psc.http-proxy.password.value", "s3cret");
        settings.put("psc.http-proxy.except", "*.clinique.example");
        assertEquals(
                "psc.http-proxy.address is not of the form host:port; psc.http-proxy.user has no colon (RFC 7617)",
                complaint(settings));

        settings.put("psc.http-proxy.address", "proxy:3128");
        settings.put("psc.http-proxy.user", "poste-4");
        bound(settings).relyingParty(VARIABLES).build().close();
    }

    @Test
    void the_public_base_uri_loses_its_slash() {
        var settings = flawless();
        settings.put("psc.public-base-uri", "https://practice.example/");

        assertEquals(
                URI.create("https://practice.example"),
                bound(settings).publicBaseUri(VARIABLES).value());
    }

    @Test
    void all_settings_that_are_missing_or_wrong_are_named_as_they_are_written() {
        assertEquals(
                "psc.public-base-uri is missing; psc.environment.name is missing; psc.client.id is missing; psc.client.method is missing",
                complaint(new HashMap<>()));

        var settings = new HashMap<>(Map.of(
                "psc.public-base-uri", "https://practice.example/path",
                "psc.environment.name", "custom",
                "psc.client.id", "practice",
                "psc.client.method", "mtls",
                "psc.client.key-store.password.variable", "UNSET",
                "psc.trust-store.file", "/nowhere",
                "psc.trust-store.password.value", "s3cret",
                "psc.trust-store.password.file", "/nowhere"));
        assertEquals(
                String.join(
                        "; ",
                        "psc.public-base-uri is a scheme and a host, such as https://practice.example; plain http is for loopback addresses only",
                        "psc.environment.issuer is missing",
                        "psc.environment.authorization-endpoint is missing",
                        "psc.client.key-store.file is missing",
                        "psc.client.key-store.password.variable names a variable that is not set",
                        "psc.trust-store.file cannot be read",
                        "psc.trust-store.password has exactly one of value, file and variable"),
                complaint(settings));
    }

    @Test
    void all_of_it_is_told_whatever_is_asked_for_first() {
        var properties = bound(Map.of("psc.client.id", "practice"));

        var failure = assertThrows(SettingsException.class, () -> properties.publicBaseUri(VARIABLES));

        assertEquals(
                "psc.public-base-uri is missing; psc.environment.name is missing; psc.client.method is missing",
                failure.getMessage());
    }

    @Test
    void an_application_with_a_relying_party_of_its_own_needs_the_public_base_uri_alone() {
        assertEquals(
                URI.create("https://practice.example"),
                bound(Map.of("psc.public-base-uri", "https://practice.example"))
                        .publicBaseUri(VARIABLES)
                        .value());
        var failure =
                assertThrows(SettingsException.class, () -> bound(Map.of()).publicBaseUri(VARIABLES));
        assertEquals("psc.public-base-uri is missing", failure.getMessage());
    }

    @Test
    void levels_of_assurance_are_read_under_their_names() {
        var settings = flawless();
        settings.put("psc.acr.accepted", "eidas2, eidas 3;");
        settings.put("psc.acr.required", "true");

        assertTrue(complaint(settings).startsWith("psc.acr.accepted cannot be used: a level of assurance has"));
    }

    @Test
    void a_custom_environment_is_read() {
        var settings = flawless();
        settings.put("psc.environment.name", "custom");
        settings.put("psc.environment.issuer", "http://127.0.0.1:1/realm");
        settings.put("psc.environment.authorization-endpoint", "http://127.0.0.1:2/auth");
        try (var party = bound(settings).relyingParty(VARIABLES).build()) {
            assertEquals(Environment.SIMULATOR, party.environment().kind());
        }
    }

    @Test
    void logins_ask_for_what_the_settings_say() {
        var settings = flawless();
        settings.putAll(
                Map.of("psc.login.prompt", "login", "psc.login.max-age", "15m", "psc.login.identity-provider", "chu"));
        try (var party = bound(settings).relyingParty(VARIABLES).build()) {
            var options = party.browserLoginOptions();
            assertTrue(options.asksAnew());
            assertEquals(Optional.of(Duration.ofMinutes(15)), options.maxAge());
            assertEquals(Optional.of("chu"), options.identityProvider());
        }

        settings.put("psc.login.prompt", "none");
        settings.put("psc.login.max-age", "-1s");
        assertEquals(
                "psc.login.prompt cannot be used: the only prompt is login; "
                        + "psc.login.max-age is a duration of whole seconds as ISO 8601 has it, such as PT15M, of a day at most",
                complaint(settings));
    }

    @Test
    void a_secret_may_be_in_a_file_or_in_a_variable() throws Exception {
        var settings = flawless();
        settings.remove("psc.client.secret.value");
        settings.put("psc.client.secret.variable", "SET");
        bound(settings).relyingParty(VARIABLES).build().close();

        settings.remove("psc.client.secret.variable");
        settings.put(
                "psc.client.secret.file",
                Files.writeString(folder.resolve("secret"), "s3cret\n").toString());
        bound(settings).relyingParty(VARIABLES).build().close();
    }

    @Test
    void a_certificate_is_a_pkcs12_file_that_its_password_opens() throws Exception {
        var settings = flawless();
        settings.put("psc.client.method", "mtls");
        settings.put("psc.client.key-store.password.value", "s3cret");
        settings.put("psc.client.key-store.file", folder.resolve("client.p12").toString());
        assertEquals("psc.client.key-store.file cannot be read", complaint(settings));

        var client = SimulatedClient.withCertificate("practice");
        try (var simulator = PscSimulator.builder().https().client(client).start();
                var out = Files.newOutputStream(folder.resolve("client.p12"))) {
            simulator.clientKeyStore("practice").store(out, simulator.keyStorePassword());
            settings.put("psc.client.key-store.password.value", new String(simulator.keyStorePassword()));
        }
        try (var party = bound(settings).relyingParty(VARIABLES).build()) {
            assertTrue(party.certificateSubject().orElseThrow().contains("practice"));
        }
    }
}
