package io.github.pscsdk.relyingparty.internal.settings;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.session.BrowserLoginOptions;
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
            "base", "https://practice.example",
            "env.name", "sandbox",
            "id", "practice",
            "method", "secret_basic",
            "secret.value", "s3cret"));

    private SettingsReader reader;

    @BeforeEach
    void makeReader() {
        reader = new SettingsReader(folder, VARIABLES);
    }

    private Setting setting(String key) {
        return Setting.of(key, Optional.ofNullable(written.get(key)));
    }

    private Setting.Secret secret(String key) {
        return new Setting.Secret(
                key,
                Optional.ofNullable(written.get(key + ".value")),
                Optional.ofNullable(written.get(key + ".file")),
                Optional.ofNullable(written.get(key + ".variable")));
    }

    private Setting.KeyStoreFile keyStore(String key) {
        return new Setting.KeyStoreFile(setting(key + ".file"), secret(key + ".password"));
    }

    private RelyingPartySettings settings() {
        return new RelyingPartySettings(
                setting("base"),
                new RelyingPartySettings.Environment(setting("env.name"), setting("env.issuer"), setting("env.login")),
                new RelyingPartySettings.Client(setting("id"), setting("method"), secret("secret"), keyStore("key")),
                new RelyingPartySettings.Acr(setting("acr.accepted"), setting("acr.required")),
                new RelyingPartySettings.Login(setting("prompt"), setting("age"), setting("provider")),
                keyStore("trust"),
                new RelyingPartySettings.HttpProxy(
                        setting("proxy.address"),
                        setting("proxy.user"),
                        secret("proxy.password"),
                        setting("proxy.except")));
    }

    private String complaint() {
        makeReader();
        var failure = assertThrows(
                SettingsException.class, () -> reader.relyingParty(settings(), "/callback", "/signed-out"));
        assertFalse(failure.getMessage().contains("s3cret"), failure::getMessage);
        return failure.getMessage();
    }

    @Test
    void the_settings_make_a_relying_party_with_its_addresses() {
        try (var party =
                reader.relyingParty(settings(), "/callback", "/signed-out").build()) {
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

        var policy = reader.acr(settings().acr()).orElseThrow();

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
        assertEquals(
                Optional.empty(), reader.forwardProxy(settings().httpProxy()).address());
        written.put("proxy.address", "proxy.example:3128");
        written.put("proxy.except", "*.practice.example, 10.*");
        written.put("proxy.user", "practice");
        written.put("proxy.password.value", "s3cret");

        var proxy = reader.forwardProxy(settings().httpProxy());

        assertEquals(3128, proxy.address().orElseThrow().getPort());
        assertTrue(proxy.authorization().isPresent());
        assertTrue(proxy.isFor(URI.create("https://psc.example")));
        assertFalse(proxy.isFor(URI.create("https://forms.practice.example")));
        assertFalse(proxy.isFor(URI.create("https://10.0.0.7")));
    }

    @ParameterizedTest
    @CsvSource({
        "proxy.address, s3cret, proxy.address is not of the form host:port",
        "proxy.address, 's3cret@proxy:1', proxy.address is not of the form host:port",
        "proxy.user, practice, 'proxy.password has exactly one of value, file and variable'",
        "proxy.password.value, s3cret, proxy.user is missing"
    })
    void an_http_proxy_that_cannot_be_used_is_named_without_a_value(String key, String value, String complaint) {
        written.put(key, value);

        assertEquals(complaint, complaint());
    }

    @Test
    void the_public_base_uri_loses_its_slash() {
        written.put("base", "https://practice.example:8443/");

        var site = reader.publicBaseUri(setting("base")).orElseThrow();

        assertEquals(URI.create("https://practice.example:8443"), site.value());
        assertEquals(URI.create("https://practice.example:8443/callback"), site.at("/callback"));
        assertTrue(site.usesHttps());
    }

    @ParameterizedTest
    @CsvSource({
        "base, base is missing",
        "env.name, env.name is missing",
        "id, id is missing",
        "method, method is missing",
        "secret.value, 'secret has exactly one of value, file and variable'",
    })
    void what_is_missing_or_blank_is_named(String key, String complaint) {
        written.remove(key);
        assertEquals(complaint, complaint());

        written.put(key, " ");
        assertEquals(key.startsWith("secret") ? "secret is empty" : complaint, complaint());
    }

    @ParameterizedTest
    @CsvSource({
        "base, https://practice.example/path, 'base is a scheme and a host, such as https://practice.example; plain http is for loopback addresses only'",
        "base, https://practice.example?x, 'base is a scheme and a host, such as https://practice.example; plain http is for loopback addresses only'",
        "base, practice.example, 'base is a scheme and a host, such as https://practice.example; plain http is for loopback addresses only'",
        "base, https://me@practice.example, 'base is a scheme and a host, such as https://practice.example; plain http is for loopback addresses only'",
        "base, http://practice.example, 'base is a scheme and a host, such as https://practice.example; plain http is for loopback addresses only'",
        "base, https://s3cret s3cret, 'base is no address, such as https://host.example'",
        "env.name, bas, 'env.name is one of production, sandbox and custom'",
        "env.name, custom, env.issuer is missing; env.login is missing",
        "method, jwt, 'method is one of secret_basic, secret_post and mtls'",
        "method, mtls, 'key.file is missing; key.password has exactly one of value, file and variable'",
        "secret.file, secret.txt, 'secret has exactly one of value, file and variable'",
        "trust.file, none.p12, 'trust.password has exactly one of value, file and variable'",
        "trust.password.value, s3cret, trust.file is missing",
        "prompt, none, prompt cannot be used: the only prompt is login",
        "age, 900, 'age is a duration of whole seconds as ISO 8601 has it, such as PT15M, of a day at most'",
        "age, PT-1S, 'age is a duration of whole seconds as ISO 8601 has it, such as PT15M, of a day at most'",
    })
    void what_is_wrong_is_named_with_what_would_be_right(String key, String value, String complaint) {
        written.put(key, value);

        assertEquals(complaint, complaint());
    }

    @Test
    void logins_ask_for_what_is_written_and_for_nothing_else() {
        try (var party =
                reader.relyingParty(settings(), "/callback", "/signed-out").build()) {
            assertEquals(
                    BrowserLoginOptions.none().toString(),
                    party.browserLoginOptions().toString());
        }

        written.putAll(Map.of("prompt", "login", "age", "PT15M", "provider", "chu"));
        try (var party =
                reader.relyingParty(settings(), "/callback", "/signed-out").build()) {
            var options = party.browserLoginOptions();
            assertTrue(options.asksAnew());
            assertEquals(Optional.of(Duration.ofMinutes(15)), options.maxAge());
            assertEquals(Optional.of("chu"), options.identityProvider());
        }
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        written.clear();
        written.put("env.name", "test");
        written.put("method", "mtls");
        written.put("trust.file", "none.p12");

        assertEquals(
                "base is missing; env.name is one of production, sandbox and custom; id is missing; key.file is missing; key.password "
                        + ONE_PLACE + "; trust.password " + ONE_PLACE,
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
        written.put("env.name", "custom");
        written.put("env.issuer", "http://127.0.0.1:1/realm");
        written.put("env.login", "http://127.0.0.1:2/auth");
        try (var party =
                reader.relyingParty(settings(), "/callback", "/signed-out").build()) {
            assertEquals(Environment.SIMULATOR, party.environment().kind());
        }

        written.put("env.issuer", "http://elsewhere.example/realm");
        assertEquals(
                "env.issuer is an https address without user, query and fragment, and no host that the sandbox left in 2022;"
                        + " plain http is for loopback addresses only",
                complaint());

        written.put("env.issuer", PscEnvironment.production().issuer().toString());
        written.put("env.login", PscEnvironment.sandbox().issuer().toString());
        assertEquals("env.login and the issuer belong to production and to the sandbox", complaint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "file", "variable"})
    void a_secret_stands_in_the_settings_in_a_file_or_in_a_variable(String place) throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "s3cret \r\n");
        written.remove("secret.value");
        written.put(
                "secret." + place,
                Map.of("value", "s3cret", "file", "secret.txt", "variable", "SET")
                        .get(place));

        assertEquals("s3cret", reader.secret(secret("secret"), String::new).orElseThrow());
        assertDoesNotThrow(reader::check);
    }

    @ParameterizedTest
    @CsvSource({
        "variable, UNSET, secret.variable names a variable that is not set",
        "variable, EMPTY, secret is empty",
        "variable, BLANK, secret is empty",
        "file, none.txt, secret.file cannot be read",
        "file, blank.txt, secret is empty",
        "file, latin.txt, secret.file cannot be read",
        "value, 's3cret\u0007s', secret holds control or invisible characters",
    })
    void a_secret_that_cannot_be_one_is_refused(String place, String value, String complaint) throws Exception {
        Files.writeString(folder.resolve("blank.txt"), " \n");
        Files.write(folder.resolve("latin.txt"), new byte[] {'s', (byte) 0xE9});
        written.remove("secret.value");
        written.put("secret." + place, value);

        assertEquals(complaint, complaint());
    }

    @Test
    void a_secret_that_was_lent_is_filled_with_zeros() {
        var lent = reader.secret(secret("secret"), chars -> chars).orElseThrow();
        assertArrayEquals(new char[lent.length], lent);

        var refused = new char[1][];
        reader.secret(secret("secret"), chars -> {
            refused[0] = chars;
            throw new IllegalArgumentException("no");
        });
        assertArrayEquals(new char[lent.length], refused[0]);
    }

    @Test
    void a_certificate_and_authorities_are_pkcs12_files_that_their_passwords_open() throws Exception {
        written.put("method", "mtls");
        written.put("env.name", "custom");
        for (var store : new String[] {"key", "trust"}) {
            written.put(store + ".file", store + ".p12");
            written.put(store + ".password.value", "s3cret");
        }
        var client = SimulatedClient.withCertificate("practice");
        try (var simulator = PscSimulator.builder().https().client(client).start()) {
            written.put("env.issuer", simulator.issuer().toString());
            written.put("env.login", simulator.authorizationEndpoint().toString());
            var unopened = " is not a PKCS#12 file that its password opens";
            assertEquals("key.file cannot be read; trust.file cannot be read", complaint());

            try (var key = Files.newOutputStream(folder.resolve("key.p12"));
                    var trust = Files.newOutputStream(folder.resolve("trust.p12"))) {
                simulator.clientKeyStore("practice").store(key, simulator.keyStorePassword());
                simulator.trustStore().store(trust, simulator.keyStorePassword());
            }
            assertEquals("key.file" + unopened + "; trust.file" + unopened, complaint());

            written.put("key.password.value", new String(simulator.keyStorePassword()));
            written.put("trust.password.value", new String(simulator.keyStorePassword()));
            makeReader();
            try (var party =
                    reader.relyingParty(settings(), "/callback", "/signed-out").build()) {
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
            written.put("key.password.value", new String(simulator.keyStorePassword()));
        }
        written.put("method", "mtls");
        written.put("key.file", "key.p12");

        assertEquals("key.file does not hold exactly one private key with its certificate", complaint());
    }

    @Test
    void settings_print_no_secret() {
        assertFalse(settings().toString().contains("s3cret"), settings()::toString);
    }
}
