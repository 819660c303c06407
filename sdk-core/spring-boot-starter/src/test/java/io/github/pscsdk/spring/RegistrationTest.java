package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** From settings as they are written to a relying party, or to the sentence that says what is wrong. */
class RegistrationTest {
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

    private static Registration registration(Map<String, String> settings) {
        var bound = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("psc", Bindable.of(PscProperties.class));
        return new Registration(bound, new SecretReader(Map.of("SET", "s3cret", "EMPTY", "")::get));
    }

    private static String complaint(Map<String, String> settings) {
        var registration = registration(settings);
        var failure = assertThrows(PscSettingsException.class, registration::relyingParty);
        assertFalse(failure.getMessage().contains("s3cret"), failure::getMessage);
        return failure.getMessage();
    }

    @Test
    void the_settings_make_a_relying_party_of_that_environment() {
        try (var party = registration(flawless()).relyingParty().build()) {
            assertEquals(Environment.SANDBOX, party.environment().kind());
            assertEquals("practice", party.clientId());
        }
    }

    @Test
    void the_public_base_uri_loses_its_slash() {
        var settings = flawless();
        settings.put("psc.public-base-uri", "https://practice.example/");

        assertEquals(
                URI.create("https://practice.example"),
                registration(settings).site().base());
    }

    @ParameterizedTest
    @CsvSource({
        "psc.public-base-uri, psc.public-base-uri is missing",
        "psc.environment.name, psc.environment is missing",
        "psc.client.id, psc.client.id is missing",
        "psc.client.method, psc.client.method is missing",
        "psc.client.secret.value, 'psc.client.secret has exactly one of value, file and variable'",
    })
    void a_setting_that_is_missing_is_named(String setting, String complaint) {
        var settings = flawless();
        settings.remove(setting);

        assertEquals(complaint, complaint(settings));
    }

    @ParameterizedTest
    @CsvSource({
        "psc.public-base-uri, https://practice.example/path, 'psc.public-base-uri is a scheme and a host, such as https://practice.example'",
        "psc.public-base-uri, practice.example, 'psc.public-base-uri is a scheme and a host, such as https://practice.example'",
        "psc.public-base-uri, http://practice.example, 'psc.public-base-uri is https, or http on a loopback address'",
        "psc.environment.name, bas, 'psc.environment.name is one of production, sandbox and custom'",
        "psc.environment.name, custom, 'psc.environment.issuer is missing'",
        "psc.client.method, jwt, 'psc.client.method is one of secret_basic, secret_post and mtls'",
        "psc.client.method, mtls, 'psc.client.key-store is missing'",
        "psc.client.secret.value, ' ', 'psc.client.secret is empty'",
        "psc.client.secret.file, /nowhere, 'psc.client.secret has exactly one of value, file and variable'",
        "psc.trust-store.file, /nowhere, 'psc.trust-store.password has exactly one of value, file and variable'",
    })
    void a_setting_that_is_wrong_is_named_with_what_would_be_right(String setting, String value, String complaint) {
        var settings = flawless();
        settings.put(setting, value);

        assertEquals(complaint, complaint(settings));
    }

    @Test
    void a_custom_environment_is_pinned_to_both_its_hosts() {
        var settings = flawless();
        settings.put("psc.environment.name", "custom");
        settings.put("psc.environment.issuer", "http://127.0.0.1:1/realm");
        settings.put("psc.environment.authorization-endpoint", "http://127.0.0.1:2/auth");
        try (var party = registration(settings).relyingParty().build()) {
            assertEquals(Environment.SIMULATOR, party.environment().kind());
        }

        settings.put("psc.environment.issuer", "http://elsewhere.example/realm");
        assertTrue(complaint(settings).startsWith("psc.environment cannot be used: "));
    }

    @Test
    void a_secret_may_be_in_a_file_or_in_a_variable() throws Exception {
        var settings = flawless();
        settings.remove("psc.client.secret.value");
        settings.put("psc.client.secret.variable", "SET");
        registration(settings).relyingParty().build().close();

        settings.put("psc.client.secret.variable", "UNSET");
        assertEquals("psc.client.secret.variable names a variable that is not set", complaint(settings));
        settings.put("psc.client.secret.variable", "EMPTY");
        assertEquals("psc.client.secret is empty", complaint(settings));

        settings.remove("psc.client.secret.variable");
        settings.put(
                "psc.client.secret.file",
                Files.writeString(folder.resolve("secret"), "s3cret\n").toString());
        registration(settings).relyingParty().build().close();
        settings.put("psc.client.secret.file", folder.resolve("none").toString());
        assertEquals("psc.client.secret.file cannot be read", complaint(settings));
    }

    @Test
    void a_certificate_is_a_pkcs12_file_that_its_password_opens() throws Exception {
        var settings = flawless();
        settings.put("psc.client.method", "mtls");
        settings.put("psc.client.key-store.password.value", "s3cret");
        settings.put("psc.client.key-store.file", folder.resolve("client.p12").toString());
        assertEquals("psc.client.key-store is not a PKCS#12 file that its password opens", complaint(settings));

        var client = SimulatedClient.withCertificate("practice");
        try (var simulator = PscSimulator.builder().https().client(client).start();
                var out = Files.newOutputStream(folder.resolve("client.p12"))) {
            simulator.clientKeyStore("practice").store(out, simulator.keyStorePassword());
            settings.put("psc.client.key-store.password.value", new String(simulator.keyStorePassword()));
        }
        try (var party = registration(settings).relyingParty().build()) {
            assertTrue(party.certificateSubject().orElseThrow().contains("practice"));
        }
    }
}
