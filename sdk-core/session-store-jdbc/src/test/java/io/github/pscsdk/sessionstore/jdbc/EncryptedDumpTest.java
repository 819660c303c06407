package io.github.pscsdk.sessionstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.tracestore.TraceEntry;
import io.github.pscsdk.tracestore.TracePosition;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has the whole database, and not the key ring, has neither a key nor a value. */
@OnPostgres
class EncryptedDumpTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final List<String> SECRETS = List.of(
            "secret-session",
            "secret-value",
            "secret-login",
            "secret-request",
            "secret-outcome",
            "secret-index",
            "secret-trace");

    private static void keepSecrets(JdbcStores stores) {
        var sessions = stores.sessions().encrypted(Rings.ring());
        sessions.check();
        var version = sessions.putIfAbsent("session/secret-session", bytes("secret-value"), MINUTE)
                .orElseThrow();
        sessions.write("session/secret-session", version, EntryContent.of(bytes("another secret-value"), MINUTE));
        var login = EntryContent.of(bytes("secret-request"), MINUTE)
                .due("login", Duration.ZERO)
                .indexed(List.of("secret-index"));
        sessions.write("login/secret-login", SessionStore.ABSENT, login);
        var claim = sessions.claimDue("login", "node-1", MINUTE, 1).get(0);
        assertEquals("login/secret-login", claim.key());
        sessions.write(
                "login/secret-login",
                claim.version(),
                EntryContent.of(bytes("secret-outcome"), MINUTE).indexed(List.of("secret-index")));
        sessions.write("login/secret-login-2", SessionStore.ABSENT, login);
        sessions.claimDue("login", "node-1", MINUTE, 1);
        stores.traces()
                .encrypted(Rings.ring())
                .append(List.of(
                        TraceEntry.of(new TracePosition(Instant.EPOCH, UUID.randomUUID()), bytes("secret-trace"))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void in_no_column_of_postgresql_is_a_key_or_a_value() throws SQLException {
        var server = PostgresServer.shared();
        try (var nodes = new Nodes(server, server.database())) {
            keepSecrets(nodes.open());

            var dump = dump(nodes);
            assertTrue(dump.contains("session/")
                    && dump.contains("login")
                    && dump.contains("node-1")
                    && dump.contains("1970"));
            assertNoSecret(dump);
        }
    }

    private static String dump(Nodes nodes) throws SQLException {
        var dump = new ByteArrayOutputStream();
        try (var connection = nodes.pool(config -> {}).getConnection();
                var statement = connection.createStatement()) {
            for (var table : List.of("psc_entry", "psc_trace", "psc_schema", "psc_version")) {
                var rows = statement.executeQuery("SELECT * FROM " + table);
                while (rows.next()) {
                    for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        var bytes = rows.getObject(column) instanceof byte[] binary
                                ? binary
                                : bytes(String.valueOf(rows.getString(column)));
                        dump.write(bytes, 0, bytes.length);
                    }
                }
            }
        }
        return dump.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void in_no_byte_of_a_file_is_a_key_or_a_value(@TempDir Path folder) throws Exception {
        try (var stores = JdbcStores.file(folder.resolve("sessions"))) {
            keepSecrets(stores);
        }

        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                assertNoSecret(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    /** Or the test above could not fail. */
    @Test
    void a_file_shows_them_where_nothing_is_encrypted(@TempDir Path folder) throws Exception {
        try (var stores = JdbcStores.file(folder.resolve("sessions"))) {
            stores.sessions().putIfAbsent("session/secret-session", bytes("secret-value"), MINUTE);
            stores.traces()
                    .append(List.of(
                            TraceEntry.of(new TracePosition(Instant.EPOCH, UUID.randomUUID()), bytes("secret-trace"))));
        }

        var content = Files.readString(folder.resolve("sessions.mv.db"), StandardCharsets.ISO_8859_1);
        assertTrue(content.contains("secret-session")
                && content.contains("secret-value")
                && content.contains("secret-trace"));
    }

    private static void assertNoSecret(String content) {
        SECRETS.forEach(secret -> assertFalse(content.contains(secret), secret));
    }
}
