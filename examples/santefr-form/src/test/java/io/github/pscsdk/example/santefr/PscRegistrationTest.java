package io.github.pscsdk.example.santefr;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The member {@code psc} of the configuration file. */
class PscRegistrationTest {
    private static final Map<String, String> VARIABLES = Map.of("PSC_CLIENT_SECRET", "secret-in-a-variable");

    @TempDir
    Path folder;

    @Test
    void the_example_can_be_read() throws Exception {
        var configuration = FormSettings.read(Path.of("form.example.json"), VARIABLES);

        var registration = configuration.psc().orElseThrow();
        assertEquals(URI.create("https://form.example"), registration.publicBaseUri());
        try (var party = registration.client().build()) {
            assertEquals("form-demo-bas", party.clientId());
            assertFalse(party.toString().contains("secret-in-a-variable"));
        }
    }

    @Test
    void logins_ask_for_what_the_file_says() throws Exception {
        var text = example(
                "\"psc\": {",
                "\"psc\": {\"login\": {\"prompt\": \"login\", \"maxAge\": \"PT15M\", \"identityProvider\": \"chu\"},");

        var registration = read(text).psc().orElseThrow();

        try (var party = registration.client().build()) {
            var options = party.browserLoginOptions();
            assertTrue(options.asksAnew());
            assertEquals(Optional.of(Duration.ofMinutes(15)), options.maxAge());
            assertEquals(Optional.of("chu"), options.identityProvider());
        }
    }

    @Test
    void a_form_without_a_registration_is_an_api_alone() throws Exception {
        var text = Files.readString(Path.of("form.example.json"));
        var alone = text.substring(0, text.indexOf(",\n\n  \"psc\"")) + "}";

        assertTrue(read(alone).psc().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "{ \"name\": \"sandbox\" } > {\"name\": \"custom\"} > psc.environment.issuer is missing; psc.environment.authorizationEndpoint is missing",
                "{ \"name\": \"sandbox\" } > null > psc.environment.name is missing",
                "secret_basic > secret > psc.client.method is one of secret_basic, secret_post and mtls",
                "secret_basic > mtls > psc.client.keyStore is missing; psc.client.password has exactly one of value, file and variable",
                "\"secret\": { \"variable\": \"PSC_CLIENT_SECRET\" } > \"secret\": null > psc.client.secret has exactly one of value, file and variable",
                "PSC_CLIENT_SECRET > UNSET > psc.client.secret.variable names a variable that is not set",
                "\"psc\": { > \"psc\": {\"trustStore\": {\"file\": \"trust.p12\"}, > psc.trustStore.file cannot be read; psc.trustStore.password has exactly one of value, file and variable",
                "\"psc\": { > \"psc\": {\"acr\": {\"accepted\": \"eidas 2;\", \"required\": \"perhaps\"}, > psc.acr.required is true or false",
                "\"psc\": { > \"psc\": {\"acr\": {\"accepted\": \"eidas2;\"}, > psc.acr.accepted cannot be used: a level of assurance has 1 to 64 letters, digits, dots, underscores, colons, slashes and hyphens",
                "https://form.example\" > https://form.example/form\" > psc.publicBaseUri is a scheme and a host, such as https://practice.example; plain http is for loopback addresses only",
                "\"psc\": { > \"psc\": {\"login\": {\"maxAge\": \"900\"}, > psc.login.maxAge is a duration of whole seconds as ISO 8601 has it, such as PT15M, of a day at most",
                "\"publicBaseUri\" > \"publicBase\" > configuration: psc has an unknown member",
            })
    void what_is_wrong_is_named(String from, String to, String message) throws Exception {
        var text = example(from.strip(), to.strip());

        var refusal = assertThrows(IllegalArgumentException.class, () -> read(text));

        assertEquals(message, refusal.getMessage());
    }

    @Test
    void a_certificate_and_authorities_come_from_key_stores() throws Exception {
        var client = SimulatedClient.withCertificate("form-demo-bas")
                .withRedirectUri(PscRegistration.callbackUri(URI.create("https://form.example")));
        try (var simulator = PscSimulator.builder().client(client).https().start()) {
            var password = simulator.keyStorePassword();
            try (var key = Files.newOutputStream(folder.resolve("client.p12"));
                    var trust = Files.newOutputStream(folder.resolve("trust.p12"))) {
                simulator.clientKeyStore("form-demo-bas").store(key, password);
                simulator.trustStore().store(trust, password);
            }
            var secret = "{\"value\": \"" + new String(password) + "\"}";
            var text = example(
                            "\"secret_basic\", \"secret\": { \"variable\": \"PSC_CLIENT_SECRET\" }",
                            "\"mtls\", " + "\"keyStore\": \"client.p12\", \"password\": " + secret)
                    .replace(
                            "{ \"name\": \"sandbox\" }",
                            "{\"name\": \"custom\", \"issuer\": \"" + simulator.issuer()
                                    + "\", \"authorizationEndpoint\": \"" + simulator.authorizationEndpoint() + "\"},"
                                    + "\"trustStore\": {\"file\": \"trust.p12\", \"password\": " + secret + "}");

            var registration = read(text).psc().orElseThrow();

            try (var party = registration.client().build()) {
                assertTrue(party.certificateSubject().orElseThrow().contains("CN=form-demo-bas"));
                assertTrue(await(party::beginBrowserLogin)
                        .authorizationUri()
                        .toString()
                        .startsWith(simulator.authorizationEndpoint() + "?"));
            }
        }
    }

    private static String example(String from, String to) throws Exception {
        var text = Files.readString(Path.of("form.example.json"));
        assertTrue(text.contains(from), () -> "the example lacks " + from);
        return text.replace(from, to);
    }

    private FormConfiguration read(String text) throws Exception {
        return FormSettings.read(Files.writeString(folder.resolve("form.json"), text), VARIABLES);
    }
}
