package io.github.pscsdk.sessionstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.StoredEntry;
import io.github.pscsdk.sessionstore.jdbc.JdbcStores.Copied;
import io.github.pscsdk.testkit.support.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Carries what is in a file to PostgreSQL. */
@OnPostgres
class CopyTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final byte[] VALUE = {1, 2, 3};
    private static final byte[] LATER = {4};

    @TempDir
    private Path folder;

    private Nodes nodes;
    private JdbcStores file;
    private JdbcStores server;

    @BeforeEach
    void open() {
        nodes = new Nodes(PostgresServer.shared(), PostgresServer.shared().database());
        file = JdbcStores.file(folder.resolve("sessions"));
        server = nodes.open();
    }

    @AfterEach
    void close() {
        file.close();
        nodes.close();
    }

    private static void use(JdbcStores stores, KeyRing ring) {
        stores.sessions().encrypted(ring).check();
    }

    private static long due(SessionStore store, String kind, String key, Duration in) {
        return store.write(
                        key, SessionStore.ABSENT, EntryContent.of(VALUE, HOUR).due(kind, in))
                .orElseThrow();
    }

    @Test
    void an_encrypted_entry_is_read_there_and_has_the_lifetime_that_it_has_left() {
        use(file, Rings.ring());
        var sessions = file.sessions().encrypted(Rings.ring());
        sessions.putIfAbsent("psc/session/a", VALUE, HOUR);

        assertEquals(new Copied(1, 0), file.copyInto(server));

        var copied = server.sessions().encrypted(Rings.ring());
        copied.check();
        var entry = copied.find("psc/session/a").orElseThrow();
        assertArrayEquals(VALUE, entry.value());
        var left = Duration.between(copied.now(), entry.expiresAt());
        assertTrue(left.compareTo(HOUR) <= 0 && left.compareTo(HOUR.minusMinutes(1)) > 0, left::toString);
        assertTrue(copied.write("psc/session/a", entry.version(), EntryContent.of(LATER, HOUR))
                        .orElseThrow()
                > entry.version());
    }

    @Test
    void what_waits_is_due_there_as_it_was_and_what_is_finished_stays_so() {
        use(file, Rings.ring());
        var entries = file.sessions().encrypted(Rings.ring());
        due(entries, "login", "psc/login/now", Duration.ZERO);
        due(entries, "login", "psc/login/later", MINUTE);
        var done = due(entries, "logout", "psc/login/done", Duration.ZERO);
        assertTrue(entries.write("psc/login/done", done, EntryContent.of(LATER, HOUR))
                .isPresent());

        assertEquals(new Copied(3, 0), file.copyInto(server));

        var copied = server.sessions().encrypted(Rings.ring());
        var due = copied.claimDue("login", "node", MINUTE, 10);
        assertEquals(1, due.size());
        assertEquals("psc/login/now", due.get(0).key());
        assertTrue(copied.find("psc/login/later").orElseThrow().isPending());
        var outcome = copied.find("psc/login/done").orElseThrow();
        assertFalse(outcome.isPending());
        assertArrayEquals(LATER, outcome.value());
        assertEquals(List.of(), copied.claimDue("logout", "node", MINUTE, 10));
    }

    @Test
    void what_has_expired_or_was_removed_stays_behind() throws Exception {
        use(file, Rings.ring());
        var sessions = file.sessions();
        sessions.putIfAbsent("psc/session/expired", VALUE, Duration.ofMillis(1));
        var version = sessions.putIfAbsent("psc/session/removed", VALUE, HOUR).orElseThrow();
        sessions.remove("psc/session/removed", version);
        Await.until("it has expired", () -> sessions.find("psc/session/expired").isEmpty());

        assertEquals(new Copied(0, 0), file.copyInto(server));
    }

    @Test
    void a_second_run_changes_nothing_and_makes_up_for_what_the_first_one_missed() {
        use(file, Rings.ring());
        for (var n = 0; n < 120; n++) {
            file.sessions().putIfAbsent("psc/session/" + n, VALUE, HOUR);
            due(file.sessions(), "login", "psc/login/" + n, Duration.ZERO);
        }
        assertEquals(new Copied(240, 0), file.copyInto(server));
        server.sessions().put("psc/session/7", LATER, HOUR);
        file.sessions().putIfAbsent("psc/session/new", VALUE, HOUR);

        assertEquals(new Copied(1, 240), file.copyInto(server));

        assertArrayEquals(
                LATER, server.sessions().find("psc/session/7").orElseThrow().value());
    }

    @Test
    void it_goes_back_to_a_file_just_as_well() {
        use(server, Rings.ring());
        server.sessions().putIfAbsent("psc/session/a", VALUE, HOUR);
        server.sessions()
                .write(
                        "psc/session/b",
                        SessionStore.ABSENT,
                        EntryContent.of(VALUE, HOUR).indexed(List.of("psc/sid/b", "psc/sub/b")));

        assertEquals(new Copied(2, 0), server.copyInto(file));

        use(file, Rings.ring());
        assertArrayEquals(
                VALUE, file.sessions().find("psc/session/a").orElseThrow().value());
        for (var index : List.of("psc/sid/b", "psc/sub/b")) {
            var listed = new ArrayList<StoredEntry>();
            file.sessions().list(index, Optional.empty(), 10, listed::add);
            assertEquals(
                    List.of("psc/session/b"),
                    listed.stream().map(StoredEntry::key).toList());
        }
    }

    @Test
    void a_target_with_another_key_ring_is_refused_and_gets_nothing() {
        use(file, Rings.ring());
        file.sessions().putIfAbsent("psc/session/a", VALUE, HOUR);
        var index = new byte[32];
        index[0] = 9;
        use(server, new KeyRing(index, new LinkedHashMap<>(Map.of("2026", new byte[32]))));

        assertUnreadable("the target is in use with another index key");
        assertTrue(server.sessions().find("psc/session/a").isEmpty());
    }

    /** Once encrypted entries come beside, nobody could tell them apart. */
    @Test
    void what_was_never_encrypted_is_refused() {
        file.sessions().putIfAbsent("psc/session/a", VALUE, HOUR);

        assertUnreadable("nobody has used with a key ring");
        assertTrue(server.sessions().find("psc/session/a").isEmpty());
    }

    private void assertUnreadable(String told) {
        var failure = assertThrows(StoreException.class, () -> file.copyInto(server));
        assertEquals(LoginProblem.STORE_UNREADABLE, failure.problem());
        assertTrue(failure.getMessage().contains(told), failure.getMessage());
    }
}
