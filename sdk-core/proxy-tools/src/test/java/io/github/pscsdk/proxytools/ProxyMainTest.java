package io.github.pscsdk.proxytools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.DrawnKeys;
import io.github.pscsdk.proxy.LogRecorder;
import io.github.pscsdk.proxy.internal.store.FileSource;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code proxy-esante} without a subcommand, where the service cannot start. */
class ProxyMainTest {
    private final ProxyCommand command = new ProxyCommand();

    @TempDir
    private Path folder;

    @Test
    void the_service_ends_with_2_and_one_line_where_its_port_is_taken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var log = new LogRecorder()) {
            var configuration = Files.writeString(
                    folder.resolve("proxy.json"), """
                    {"bind": {"port": %d},
                     "environment": {"name": "custom", "issuer": "http://127.0.0.1:1", "authorizationEndpoint": "http://127.0.0.1:1/a"},
                     "clients": [{"id": "editeur", "method": "secret_basic", "secret": {"value": "s3cret-value"}}],
                     "applications": [{"name": "one", "sha256": "%s"}]}
                    """.formatted(other.getLocalPort(), "1".repeat(64)));

            assertEquals(2, command.run(configuration.toString()));

            assertEquals(
                    1,
                    log.lines().stream()
                            .filter(line -> line.contains("the proxy cannot start: java.net.BindException"))
                            .count());
        }
    }

    @Test
    void the_service_ends_with_2_and_one_line_where_the_store_has_other_keys() throws Exception {
        var other = Files.createDirectory(folder.resolve("other"));
        try (var stores = new FileSource(
                        folder.resolve("sessions"), DrawnKeys.drawnIn(other).ring())
                .open()) {
            stores.sessions().check();
        }
        DrawnKeys.drawnIn(folder);
        var configuration = Files.writeString(folder.resolve("proxy.json"), """
                {"environment": {"name": "custom", "issuer": "http://127.0.0.1:1", "authorizationEndpoint": "http://127.0.0.1:1/a"},
                 "clients": [{"id": "editeur", "method": "secret_basic", "secret": {"value": "s3cret-value"}}],
                 "applications": [{"name": "one", "sha256": "%s"}],
                 "store": {"keyRing": "key-ring", "file": "sessions"}}
                """.formatted("1".repeat(64)));

        try (var log = new LogRecorder()) {
            assertEquals(2, command.run(configuration.toString()));

            var told = log.lines().stream()
                    .filter(line -> line.contains("the proxy cannot start"))
                    .toList();
            assertEquals(1, told.size(), told::toString);
            assertTrue(
                    told.get(0)
                            .endsWith(
                                    "PSC-050: the store is in use with another index key: give all nodes the same key ring"),
                    told::toString);
        }
    }

    @Test
    void the_service_ends_with_2_and_says_what_to_use_instead_of_redis_for_traces() throws Exception {
        DrawnKeys.drawnIn(folder);
        var configuration = Files.writeString(folder.resolve("proxy.json"), """
                {"bind": {"port": 0}, "environment": {"name": "sandbox"},
                 "clients": [{"id": "editeur", "method": "secret_basic", "secret": {"value": "any"}}],
                 "applications": [{"name": "one", "sha256": "%s"}],
                 "store": {"keyRing": "key-ring", "redis": {"server": "127.0.0.1:1"}},
                 "traces": {"inStore": true}}
                """.formatted("1".repeat(64)));

        assertEquals(2, command.run(configuration.toString()));

        assertTrue(command.err().contains("SRV-018") && command.err().contains("store.postgresql"), command::err);
    }
}
