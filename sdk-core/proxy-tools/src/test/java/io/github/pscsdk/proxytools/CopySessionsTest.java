package io.github.pscsdk.proxytools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.Bench;
import io.github.pscsdk.proxy.DrawnKeys;
import io.github.pscsdk.proxy.Postgres;
import io.github.pscsdk.proxy.ProxyCalls;
import io.github.pscsdk.proxy.internal.settings.StoreSource;
import io.github.pscsdk.proxy.internal.store.FileSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code proxy-esante copy-sessions}: from a file to PostgreSQL, without a second login. */
class CopySessionsTest {
    @AutoClose
    private static Postgres postgres;

    private final ProxyCommand command = new ProxyCommand();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        postgres = Postgres.start();
    }

    private String configuration(String name, String store) throws IOException {
        return Files.writeString(folder.resolve(name), """
                {"environment": {"name": "sandbox"},
                 "clients": [{"id": "editeur", "method": "secret_basic", "secret": {"value": "s3cret-value"}}],
                 "applications": [{"name": "one", "sha256": "%s"}]%s}
                """.formatted("1".repeat(64), store))
                .toString();
    }

    private String file() throws IOException {
        return configuration("file.json", ", \"store\": {\"keyRing\": \"key-ring\", \"file\": \"sessions\"}");
    }

    private String database(String ring) throws IOException {
        return configuration("database.json", """
                , "store": {"keyRing": "%s",
                   "postgresql": {"url": "%s", "user": "postgres", "password": {"value": "any"}}}
                """.formatted(ring, postgres.url()));
    }

    private int copy(String from, String to) {
        return command.run("copy-sessions", from, to);
    }

    @Test
    void a_session_of_the_file_goes_on_in_the_database() throws Exception {
        var ring = DrawnKeys.drawnIn(folder).ring();
        var state = folder.resolve("sessions");
        var store = new StoreSource[] {new FileSource(state, ring)};
        try (var bench = Bench.start(builder -> Bench.stores(builder, store[0]))) {
            var session = bench.loggedIn();
            assertEquals(1, copy(file(), database("key-ring")), "a file that a proxy has in use");
            assertTrue(command.err().contains("PSC-049"), command::err);
            bench.proxy.close();

            assertEquals(0, copy(file(), database("key-ring")), command::err);
            assertEquals(0, copy(file(), database("key-ring")), command::err);

            store[0] = postgres.source(ring);
            try (var node = bench.node()) {
                var after = ProxyCalls.to(node.address()).withToken(Bench.TOKEN).withCookie(session.cookie());
                assertEquals(200, after.get("/send/form/a").status());
                assertEquals(200, after.disconnect().status());
            }
        }

        Files.move(folder.resolve("key-ring"), folder.resolve("former"));
        DrawnKeys.drawnIn(folder);
        assertEquals(1, copy(file(), database("former")), "another key ring than that of the file");
        assertTrue(command.err().contains("PSC-050"), command::err);
        assertFalse(command.err().contains("s3cret-value"));
    }

    @Test
    void a_file_that_is_not_there_is_not_made() throws Exception {
        DrawnKeys.drawnIn(folder);

        assertEquals(1, copy(file(), database("key-ring")));

        assertTrue(command.err().contains("CLI-001"), command::err);
        assertFalse(Files.exists(folder.resolve("sessions.mv.db")));
    }

    @Test
    void a_configuration_without_such_a_store_and_one_that_cannot_be_read_end_with_2() throws Exception {
        DrawnKeys.drawnIn(folder);

        assertEquals(2, copy(file(), configuration("memory.json", "")));
        assertTrue(command.err().contains("memory.json"), command::err);
        assertEquals(2, copy(file(), folder.resolve("none.json").toString()));
        assertTrue(command.err().contains("none.json"), command::err);
    }
}
