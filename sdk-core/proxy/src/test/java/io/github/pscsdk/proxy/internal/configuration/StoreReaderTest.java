package io.github.pscsdk.proxy.internal.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.DrawnKeys;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration;
import io.github.pscsdk.proxy.internal.store.FileSource;
import io.github.pscsdk.relyingparty.internal.settings.SettingsException;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ThreadPerTaskExecutor;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The member {@code store} of the configuration. */
class StoreReaderTest {
    private static final String WITH_STORE = """
            {"environment": {"name": "sandbox"},
             "clients": [{"id": "editeur", "method": "secret_basic", "secret": {"value": "s3cret-value"}}],
             "applications": [{"name": "one", "sha256": "%s"}],
             "store": %s}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void draw() throws IOException {
        DrawnKeys.drawnIn(folder);
    }

    private Path file(String store) throws IOException {
        return Files.writeString(folder.resolve("proxy.json"), WITH_STORE.formatted("1".repeat(64), store));
    }

    private ProxyConfiguration read(String store) throws IOException {
        return ConfigurationReader.read(file(store), Map.of("SECRET", "s3cret-value"));
    }

    @Test
    void a_file_begins_at_the_configuration() throws Exception {
        var source = read("{\"keyRing\": \"key-ring\", \"file\": \"state/sessions\"}")
                .stores()
                .orElseThrow();

        assertEquals(
                folder.resolve("state/sessions"),
                assertInstanceOf(FileSource.class, source).file());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"postgresql\": {\"url\": \"jdbc:postgresql://db/psc\", \"user\": \"psc\", \"password\": {\"variable\": \"SECRET\"}}",
                "\"redis\": {\"server\": \"redis.example:6379\"}",
                "\"redis\": {\"server\": \"[::1]:6379\", \"password\": {\"variable\": \"SECRET\"}, \"tls\": true}",
                "\"redis\": {\"master\": \"mymaster\", \"sentinels\": [\"one.example:26379\"]}",
            })
    void a_server_is_named_and_nothing_of_it_printed(String store) throws Exception {
        var source = read("{\"keyRing\": \"key-ring\", " + store + "}").stores().orElseThrow();

        assertFalse(source.toString().contains("s3cret-value"), source::toString);
    }

    /** What a server of Redis is sent first: a handshake of TLS (RFC 8446, section 5.1), or who calls. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"tls\": true | TLS",
                "\"password\": {\"variable\": \"SECRET\"} | default s3cret-value",
                "\"user\": \"psc\", \"password\": {\"variable\": \"SECRET\"} | psc s3cret-value",
            })
    void redis_is_called_as_the_file_says(String members, String sent) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var redis = "{\"keyRing\": \"key-ring\", \"redis\": {\"server\": \"127.0.0.1:%d\", %s}}"
                    .formatted(server.getLocalPort(), members);
            var source = read(redis).stores().orElseThrow();
            var call = CompletableFuture.runAsync(
                    () -> {
                        try (var open = source.open()) {
                            open.sessions().now();
                        }
                    },
                    ThreadPerTaskExecutor.INSTANCE);
            try (var caller = server.accept()) {
                var bytes = new byte[80];
                var heard = new String(bytes, 0, caller.getInputStream().read(bytes), StandardCharsets.ISO_8859_1);
                var words = heard.startsWith("\u0016\u0003") ? "TLS" : heard.replaceAll("\r\n(\\$\\d+\r\n)?", " ");
                assertTrue(words.contains(sent), words);
            }
            assertThrows(StoreException.class, () -> Await.outcome("the call fails", call));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{} | store.keyRing is missing; store has exactly one of file, postgresql and redis",
                "{'file': 's', 'redis': {}} | store.keyRing is missing; store has exactly one of file, postgresql and redis; store.redis.server is missing",
                "{'file': 's'} | store.keyRing is missing",
                "{'file': 's', 'keyRing': 'none'} | store.keyRing cannot be read: proxy-esante key-ring draws such a file",
                "{'file': 's', 'keyRing': 'proxy.json'} | store.keyRing is no key ring (line 1 of the key ring is not: id = key in base64), with lines id = key in base64, of 32 bytes, one of them index: proxy-esante key-ring draws such a file",
                "{'file': 's;INIT=x', 'keyRing': 'key-ring'} | store.file holds a semicolon",
                "{'postgresql': {}} | store.keyRing is missing; store.postgresql.url is missing; store.postgresql.user is missing; "
                        + "store.postgresql.password has exactly one of value, file and variable",
                "{'keyRing': 'key-ring', 'postgresql': {'url': 'jdbc:h2:s3cret', 'user': 'psc', 'password': {'variable': 'UNSET'}}} | "
                        + "store.postgresql.url does not begin with jdbc:postgresql:; "
                        + "store.postgresql.password.variable names a variable that is not set",
                "{'keyRing': 'key-ring', 'redis': {}} | store.redis.server is missing",
                "{'keyRing': 'key-ring', 'redis': {'server': 's3cret', 'prefix': '*', 'user': 'psc'}} | "
                        + "store.redis.server is not of the form host:port; "
                        + "store.redis.password has exactly one of value, file and variable; "
                        + "store.redis.prefix cannot be used: a prefix is 1 to 50 printable ASCII characters, without * ? [ ] ^ and \\",
                "{'keyRing': 'key-ring', 'redis': {'server': 's3cret@a:1'}} | store.redis.server is not of the form host:port",
                "{'keyRing': 'key-ring', 'redis': {'server': 'a:1', 'sentinels': ['b:1']}} | "
                        + "store.redis has either a server, or a master and sentinels",
                "{'keyRing': 'key-ring', 'redis': {'sentinels': ['b']}} | "
                        + "store.redis.master is missing; store.redis.sentinels[0] is not of the form host:port",
                "{'keyRing': 'key-ring', 'redis': {'master': 'm'}} | store.redis.sentinels is missing",
                "{'keyRing': 'key-ring', 'redis': {'server': 'a:1', 'trustStore': {'file': 'none'}, 'clientCertificate': {}}} | "
                        + "store.redis.trustStore.file cannot be read; "
                        + "store.redis.trustStore.password has exactly one of value, file and variable; "
                        + "store.redis.clientCertificate.file is missing; "
                        + "store.redis.clientCertificate.password has exactly one of value, file and variable",
            })
    void all_faults_are_named_at_once_as_the_file_spells_them(String store, String expected) {
        var failure = assertThrows(SettingsException.class, () -> read(store.replace('\'', '"')));

        assertEquals(expected, failure.getMessage().replaceAll("line 4: ", ""));
    }

    /** The jar that is run has all of it; whoever embeds the proxy need not. */
    @Test
    void what_a_store_needs_is_named_where_it_is_not_on_the_class_path_and_nobody_else_needs_it() throws Exception {
        try (var loader = withoutStores()) {
            assertEquals(
                    "store.file needs psc-sdk-session-store-jdbc on the class path",
                    message(loader, "{\"keyRing\": \"key-ring\", \"file\": \"s\"}"));
            assertEquals(
                    "store.redis needs psc-sdk-session-store-redis on the class path",
                    message(loader, "{\"keyRing\": \"key-ring\", \"redis\": {\"server\": \"a:1\"}}"));
            assertEquals(
                    "store.postgresql needs psc-sdk-session-store-jdbc on the class path; store.postgresql needs HikariCP on"
                            + " the class path; store.postgresql needs org.postgresql:postgresql on the class path;"
                            + " store.postgresql.url is missing; store.postgresql.user is missing;"
                            + " store.postgresql.password has exactly one of value, file and variable",
                    message(loader, "{\"keyRing\": \"key-ring\", \"postgresql\": {}}"));
            assertEquals("", message(loader, "null"));
        }
    }

    private String message(URLClassLoader loader, String store) throws Exception {
        var start = loader.loadClass(ProxyServer.class.getName()).getMethod("start", Path.class);
        try {
            ((AutoCloseable) start.invoke(null, file(store))).close();
            return "";
        } catch (InvocationTargetException e) {
            return e.getCause().getMessage().replaceAll("SRV-019: |line 4: ", "");
        }
    }

    private static URLClassLoader withoutStores() {
        var all = System.getProperty("java.class.path").split(System.getProperty("path.separator"));
        var left = Arrays.stream(all)
                .map(StoreReaderTest::url)
                .filter(url -> !url.getPath()
                        .matches(".*(session-store-jdbc|session-store-redis|HikariCP|postgresql-|jedis|/h2-).*"))
                .toArray(URL[]::new);
        assertTrue(left.length <= all.length - 6, "they were on the class path");
        return new URLClassLoader(left, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
