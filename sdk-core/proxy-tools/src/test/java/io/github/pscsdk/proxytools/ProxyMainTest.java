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

            assertTold(log, "SRV-020: 127.0.0.1, port " + other.getLocalPort() + ": Address already in use");
        }
    }

    private static void assertTold(LogRecorder log, String why) {
        // The command runs on this thread, and other tests on others.
        var told = log.lines().stream()
                .filter(line -> line.contains("[" + Thread.currentThread().getName() + "] the proxy cannot start"))
                .toList();
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.get(0).endsWith("the proxy cannot start: " + why), told::toString);
    }

    @Test
    void the_service_ends_with_2_and_one_line_where_its_traces_cannot_be_written() throws Exception {
        var inTheWay = Files.writeString(folder.resolve("traces"), "a file");
        var configuration = Files.writeString(folder.resolve("proxy.json"), """
                {"environment": {"name": "custom", "issuer": "http://127.0.0.1:1", "authorizationEndpoint": "http://127.0.0.1:1/a"},
                 "clients": [{"id": "editeur", "method": "secret_basic", "secret": {"value": "s3cret-value"}}],
                 "applications": [{"name": "one", "sha256": "%s"}],
                 "traces": {"directory": "traces"}}
                """.formatted("1".repeat(64)));

        try (var log = new LogRecorder()) {
            assertEquals(2, command.run(configuration.toString()));

            assertTold(log, "SRV-021: traces cannot be written into " + inTheWay + ": FileAlreadyExistsException");
            assertTrue(command.err().contains("traces.directory"), command::err);
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

            assertTold(log, "PSC-050: the store is in use with another index key: give all nodes the same key ring");
        }
    }
}
