package io.github.pscsdk.relyingparty.internal.settings;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
    private static final Map<String, String> VARIABLES = Map.of("SET", "s3cret", "EMPTY", "", "BLANK", " \t");
    private static final String ONE_PLACE = "has exactly one of value, file and variable";

    @TempDir
    Path folder;

    /** Flawless at first. */
    private final Map<String, String> written = new HashMap<>(Map.of(
            "publicBaseUri", "https://practice.example",
            "environment.name", "sandbox",
            "client.id", "practice",
            "client.method", "secret_basic",
            "client.secret.value", "s3cret"));

    private SettingsReader reader;

    @BeforeEach
    void makeReader() {
        reader = new SettingsReader(folder, VARIABLES, key -> Optional.ofNullable(written.get(key)));
    }

    private String complaint() {
        makeReader();
        var failure = assertThrows(SettingsException.class, () -> reader.relyingParty("", "/callback", "/signed-out"));
        assertFalse(failure.getMessage().contains("s3cret"), failure::getMessage);
        return failure.getMessage();
    }

    @Test
    void the_settings_make_a_relying_party_with_its_addresses() {
        try (var party = reader.relyingParty("", "/callback", "/signed-out").build()) {
            assertEquals(Environment.SANDBOX, party.environment().kind());
            assertEquals("practice", party.clientId());
        }
    }

    @ParameterizedTest
    @CsvSource({
        ",, eidas1 eidas2 eidas3, false",
        ", true, eidas1 eidas2 eidas3, true",
        "'eidas2, eidas3 eidas3',, eidas2 eidas3, true",
        "eidas4, false, eidas4, false"
    })
    void levels_that_are_given_are_required_unless_the_settings_say_otherwise(
            String accepted, String required, String levels, boolean isRequired) {
        Optional.ofNullable(accepted).ifPresent(text -> written.put("acr.accepted", text));
        Optional.ofNullable(required).ifPresent(text -> written.put("acr.required", text));

        var policy = reader.acr("acr").orElseThrow();

        assertEquals(new AcrPolicy(Set.of(levels.split(" ")), isRequired), policy);
    }

    @Test
    void what_is_no_level_and_no_yes_or_no_is_named() {
        written.put("acr.required", "perhaps");
        assertTrue(complaint().contains("acr.required is true or false"));

        written.put("acr.required", "true");
        written.put("acr.accepted", "eidas2;");
        assertTrue(complaint().contains("acr.accepted cannot be used: a level of assurance has"));
    }

    @Test
    void the_http_proxy_is_that_of_java_unless_it_is_given() {
        assertEquals(Optional.empty(), reader.forwardProxy("httpProxy").address());
        written.put("httpProxy.address", "proxy.example:3128");
        written.put("httpProxy.except", "*.practice.example, 10.*");
        written.put("httpProxy.user", "practice");
        written.put("httpProxy.password.value", "s3cret");

        var proxy = reader.forwardProxy("httpProxy");

        assertEquals(3128, proxy.address().orElseThrow().getPort());
        assertTrue(proxy.authorization().isPresent());
        assertTrue(proxy.isFor(URI.create("https://psc.example")));
        assertFalse(proxy.isFor(URI.create("https://forms.practice.example")));
        assertFalse(proxy.isFor(URI.create("https://10.0.0.7")));
    }

    @ParameterizedTest
    @CsvSource({
        "httpProxy.address, s3cret, httpProxy.address is not of the form host:port",
        "httpProxy.address, 's3cret@proxy:1', httpProxy.address is not of the form host:port",
        "httpProxy.user, practice, 'httpProxy.password has exactly one of value, file and variable'",
        "httpProxy.password.value, s3cret, httpProxy.user is missing"
    })
    void an_http_proxy_that_cannot_be_used_is_named_without_a_value(String key, String value, String complaint) {
        written.put(key, value);

        assertEquals(complaint, complaint());
    }

    @Test
    void the_public_base_uri_loses_its_slash() {
        written.put("publicBaseUri", "https://practice.example:8443/");

        var site = reader.publicBaseUri("publicBaseUri").orElseThrow();

        assertEquals(URI.create("https://practice.example:8443"), site.value());
        assertEquals(URI.create("https://practice.example:8443/callback"), site.at("/callback"));
        assertTrue(site.usesHttps());
    }

    @ParameterizedTest
    @CsvSource({
        "publicBaseUri, publicBaseUri is missing",
        "environment.name, environment.name is missing",
        "client.id, client.id is missing",
        "client.method, client.method is missing",
        "client.secret.value, 'client.secret has exactly one of value, file and variable'",
    })
    void what_is_missing_or_blank_is_named(String key, String complaint) {
        written.remove(key);
        assertEquals(complaint, complaint());

        written.put(key, " ");
        assertEquals(key.startsWith("client.secret") ? "client.secret is empty" : complaint, complaint());
    }

    @ParameterizedTest
    @CsvSource({
        "publicBaseUri, https://practice.example/path, 'publicBaseUri is a scheme and a host, such as https://practice.example; plain http is for loopback addresses only'",
        "publicBaseUri, https://practice.example?x, 'publicBaseUri is a scheme and a host, such as https://practice.example; plain http is for loopback addresses only'",
        "publicBaseUri, practice.example, 'publicBaseUri is a scheme and a host, such as https://practice.example; plain http is for loopback addresses only'",
        "publicBaseUri, https://me@practice.example, 'publicBaseUri is a scheme and a host, such as https://practice.example; plain http is for loopback addresses only'",
        "publicBaseUri, http://practice.example, 'publicBaseUri is a scheme and a host, such as https://practice.example; plain http is for loopback addresses only'",
        "publicBaseUri, https://s3cret s3cret, 'publicBaseUri is no address, such as https://host.example'",
        "environment.name, bas, 'environment.name is one of production, sandbox and custom'",
        "environment.name, custom, environment.issuer is missing; environment.authorizationEndpoint is missing",
        "client.method, jwt, 'client.method is one of secret_basic, secret_post and mtls'",
        "client.method, mtls, 'client.keyStore is missing; client.password has exactly one of value, file and variable'",
        "client.secret.file, secret.txt, 'client.secret has exactly one of value, file and variable'",
        "trustStore.file, none.p12, 'trustStore.file cannot be read; trustStore.password has exactly one of value, file and variable'",
        "trustStore.password.value, s3cret, trustStore.file is missing",
        "login.prompt, none, login.prompt cannot be used: the only prompt is login",
        "login.maxAge, 900, 'login.maxAge is a duration of whole seconds as ISO 8601 has it, such as PT15M, of a day at most'",
        "login.maxAge, PT-1S, 'login.maxAge is a duration of whole seconds as ISO 8601 has it, such as PT15M, of a day at most'",
    })
    void what_is_wrong_is_named_with_what_would_be_right(String key, String value, String complaint) {
        written.put(key, value);

        assertEquals(complaint, complaint());
    }

    @Test
    void logins_ask_for_what_is_written_and_for_nothing_else() {
        try (var party = reader.relyingParty("", "/callback", "/signed-out").build()) {
            assertEquals(
                    BrowserLogin.Options.none().toString(),
                    party.browserLoginOptions().toString());
        }

        written.putAll(Map.of("login.prompt", "login", "login.maxAge", "PT15M", "login.identityProvider", "chu"));
        try (var party = reader.relyingParty("", "/callback", "/signed-out").build()) {
            var options = party.browserLoginOptions();
            assertTrue(options.asksAnew());
            assertEquals(Optional.of(Duration.ofMinutes(15)), options.maxAge());
            assertEquals(Optional.of("chu"), options.identityProvider());
        }
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        written.clear();
        written.put("environment.name", "test");
        written.put("client.method", "mtls");
        written.put("trustStore.file", "none.p12");

        assertEquals(
                "publicBaseUri is missing; environment.name is one of production, sandbox and custom; client.id is missing; client.keyStore is missing; client.password "
                        + ONE_PLACE + "; trustStore.file cannot be read; trustStore.password " + ONE_PLACE,
                complaint());
    }

    @Test
    void what_the_host_itself_found_is_told_with_the_rest() {
        var secret = "s3cret s3cret";
        reader.fault("clients", "missing");
        reader.value("limits", "one.of", () -> Duration.parse(secret), "any", "none");
        reader.value("hosts", "boolean", () -> URI.create(secret));

        var failure = assertThrows(SettingsException.class, reader::check);

        assertEquals("clients is missing; limits is one of any and none; hosts is true or false", failure.getMessage());
    }

    @Test
    void a_custom_environment_is_pinned_to_both_its_hosts() {
        written.put("environment.name", "custom");
        written.put("environment.issuer", "http://127.0.0.1:1/realm");
        written.put("environment.authorizationEndpoint", "http://127.0.0.1:2/auth");
        try (var party = reader.relyingParty("", "/callback", "/signed-out").build()) {
            assertEquals(Environment.SIMULATOR, party.environment().kind());
        }

        written.put("environment.issuer", "http://elsewhere.example/realm");
        assertEquals(
                "environment.issuer is an https address without user, query and fragment, and no host that the sandbox left in 2022;"
                        + " plain http is for loopback addresses only",
                complaint());

        written.put("environment.issuer", PscEnvironment.production().issuer().toString());
        written.put(
                "environment.authorizationEndpoint",
                PscEnvironment.sandbox().issuer().toString());
        assertEquals(
                "environment.authorizationEndpoint and the issuer belong to production and to the sandbox",
                complaint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "file", "variable"})
    void a_secret_stands_in_the_settings_in_a_file_or_in_a_variable(String place) throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "s3cret \r\n");
        written.remove("client.secret.value");
        written.put(
                "client.secret." + place,
                Map.of("value", "s3cret", "file", "secret.txt", "variable", "SET")
                        .get(place));

        assertEquals("s3cret", reader.secret("client.secret", String::new).orElseThrow());
        assertDoesNotThrow(reader::check);
    }

    @ParameterizedTest
    @CsvSource({
        "variable, UNSET, client.secret.variable names a variable that is not set",
        "variable, EMPTY, client.secret is empty",
        "variable, BLANK, client.secret is empty",
        "file, none.txt, client.secret.file cannot be read",
        "file, blank.txt, client.secret is empty",
        "file, latin.txt, client.secret.file cannot be read",
        "value, 's3cret\u0007s', client.secret holds control or invisible characters",
    })
    void a_secret_that_cannot_be_one_is_refused(String place, String value, String complaint) throws Exception {
        Files.writeString(folder.resolve("blank.txt"), " \n");
        Files.write(folder.resolve("latin.txt"), new byte[] {'s', (byte) 0xE9});
        written.remove("client.secret.value");
        written.put("client.secret." + place, value);

        assertEquals(complaint, complaint());
    }

    @Test
    void a_secret_that_was_lent_is_filled_with_zeros() {
        var lent = reader.secret("client.secret", chars -> chars).orElseThrow();
        assertArrayEquals(new char[lent.length], lent);

        var refused = new char[1][];
        reader.secret("client.secret", chars -> {
            refused[0] = chars;
            throw new IllegalArgumentException("no");
        });
        assertArrayEquals(new char[lent.length], refused[0]);
    }

    @Test
    void a_certificate_and_authorities_are_pkcs12_files_that_their_passwords_open() throws Exception {
        written.put("client.method", "mtls");
        written.put("environment.name", "custom");
        written.put("client.keyStore", "key.p12");
        written.put("client.password.value", "s3cret");
        written.put("trustStore.file", "trust.p12");
        written.put("trustStore.password.value", "s3cret");
        var client = SimulatedClient.withCertificate("practice");
        try (var simulator = PscSimulator.builder().https().client(client).start()) {
            written.put("environment.issuer", simulator.issuer().toString());
            written.put(
                    "environment.authorizationEndpoint",
                    simulator.authorizationEndpoint().toString());
            var unopened = " is not a PKCS#12 file that its password opens";
            assertEquals("client.keyStore cannot be read; trustStore.file cannot be read", complaint());

            try (var key = Files.newOutputStream(folder.resolve("key.p12"));
                    var trust = Files.newOutputStream(folder.resolve("trust.p12"))) {
                simulator.clientKeyStore("practice").store(key, simulator.keyStorePassword());
                simulator.trustStore().store(trust, simulator.keyStorePassword());
            }
            assertEquals("client.keyStore" + unopened + "; trustStore.file" + unopened, complaint());

            written.put("client.password.value", new String(simulator.keyStorePassword()));
            written.put("trustStore.password.value", new String(simulator.keyStorePassword()));
            makeReader();
            try (var party = reader.relyingParty("", "/callback", "/signed-out").build()) {
                assertTrue(party.certificateSubject().orElseThrow().contains("practice"));
                assertTrue(await(party.beginBrowserLogin())
                        .authorizationUri()
                        .toString()
                        .startsWith(simulator.authorizationEndpoint() + "?"));
            }
        }
    }

    @Test
    void a_store_of_authorities_alone_is_no_client_certificate() throws Exception {
        try (var simulator = PscSimulator.builder()
                        .https()
                        .client(SimulatedClient.withSecret("practice", "s3cret"))
                        .start();
                var out = Files.newOutputStream(folder.resolve("key.p12"))) {
            simulator.trustStore().store(out, simulator.keyStorePassword());
            written.put("client.password.value", new String(simulator.keyStorePassword()));
        }
        written.put("client.method", "mtls");
        written.put("client.keyStore", "key.p12");

        assertEquals("client.keyStore does not hold exactly one private key with its certificate", complaint());
    }
}
