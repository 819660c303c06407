package io.github.pscsdk.sessionstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import io.github.pscsdk.tracestore.TraceEntry;
import io.github.pscsdk.tracestore.TracePosition;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The only synchronous standby of a server does not answer. */
@OnPostgres
class UnreplicatedWriteTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final byte[] VALUE = {1};
    private static final String UNCONFIRMED =
            "PSC-049: PostgreSQL: cannot extend an entry, SQL state 01000: not confirmed by the standbys in time";

    @TempDir
    private static Path folder;

    @AutoClose
    private final PostgresServer server = PostgresServer.start(folder.resolve("data"), ReservedPort.next());

    private final String database = server.database();

    @AutoClose
    private final Nodes nodes = new Nodes(server, database);

    private final JdbcStores stores =
            JdbcStores.postgresql(nodes.pool(config -> config.setMaximumPoolSize(20)), SECOND);

    private static TraceEntry trace(Instant time) {
        return TraceEntry.of(new TracePosition(time, UUID.randomUUID()), VALUE);
    }

    private long session(String key) {
        return stores.sessions().putIfAbsent(key, VALUE, MINUTE).orElseThrow();
    }

    private long pending(String kind, String key) {
        return stores.sessions()
                .write(key, SessionStore.ABSENT, EntryContent.of(VALUE, MINUTE).due(kind, Duration.ZERO))
                .orElseThrow();
    }

    /** What is written may be lost, so nobody may rely on it. */
    @Test
    void every_write_is_told_as_not_known_within_its_limit_and_the_next_one_works_when_a_standby_is_there()
            throws Exception {
        var replaced = session("session/replaced");
        session("session/extended");
        var removed = session("session/removed");
        pending("claimed", "pending/claimed");
        var again = pending("login", "pending/again");
        stores.traces().append(List.of(trace(Instant.EPOCH)));

        awaitNobody();
        EveryStoreCall.assertFails(
                List.of(
                        () -> stores.sessions().putIfAbsent("session/new", VALUE, MINUTE),
                        () -> stores.sessions().write("session/replaced", replaced, EntryContent.of(VALUE, MINUTE)),
                        () -> stores.sessions().extend("session/extended", MINUTE),
                        () -> stores.sessions().remove("session/removed", removed),
                        () -> stores.sessions().claimDue("claimed", "node-1", MINUTE, 1),
                        () -> stores.sessions()
                                .write(
                                        "pending/again",
                                        again,
                                        EntryContent.of(VALUE, MINUTE).due("login", MINUTE)),
                        () -> stores.traces().append(List.of(trace(Instant.now()))),
                        () -> stores.traces().removeOlderThan(MINUTE, 10)),
                LoginProblem.STORE_UNAVAILABLE);
        var failure = assertThrows(
                StoreException.class, () -> stores.sessions().extend("session/extended", Duration.ofMinutes(2)));
        assertEquals(UNCONFIRMED, failure.getMessage());
        assertTrue(stores.sessions().find("session/extended").isPresent(), "one can read");

        server.setSynchronousStandby("");
        assertTrue(stores.sessions().extend("session/extended", MINUTE));
    }

    /** Returns when commits wait: the server reads its settings a moment later. */
    private void awaitNobody() {
        server.setSynchronousStandby("nobody");
        Await.until("commits wait for the standby", () -> {
            try {
                stores.sessions().extend("session/extended", MINUTE);
                return false;
            } catch (StoreException e) {
                return e.getMessage().equals(UNCONFIRMED);
            }
        });
    }
}
