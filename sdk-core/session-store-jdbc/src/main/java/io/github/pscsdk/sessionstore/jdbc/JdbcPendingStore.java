package io.github.pscsdk.sessionstore.jdbc;

import static io.github.pscsdk.sessionstore.jdbc.Database.micros;
import static io.github.pscsdk.sessionstore.jdbc.Dialect.AFTER;

import io.github.pscsdk.sessionstore.PendingEntry;
import io.github.pscsdk.sessionstore.PendingStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The table {@code psc_pending}, of which rows go as those of {@link JdbcSessionStore} do. */
final class JdbcPendingStore implements PendingStore {
    private static final String IF_UNFINISHED =
            " WHERE key = ? AND version = ? AND NOT finished AND expires_at > CURRENT_TIMESTAMP";
    private static final String RESCHEDULE =
            "UPDATE psc_pending SET value = ?, version = nextval('psc_version'), due_at = " + AFTER + IF_UNFINISHED;
    private static final String FINISH =
            "UPDATE psc_pending SET value = ?, version = nextval('psc_version'), expires_at = " + AFTER
                    + ", finished = TRUE" + IF_UNFINISHED;
    private static final String FIND = "SELECT key, value, version, finished FROM psc_pending"
            + " WHERE key = ? AND expires_at > CURRENT_TIMESTAMP";
    private static final String REMOVE = "UPDATE psc_pending SET value = ?, finished = TRUE, expires_at = "
            + Dialect.REMOVED + " WHERE key = ? AND version = ? AND expires_at > CURRENT_TIMESTAMP";
    private static final String COUNT = "SELECT count(*) FROM (SELECT 1 FROM psc_pending"
            + " WHERE kind = ? AND NOT finished AND expires_at > CURRENT_TIMESTAMP LIMIT ?) unfinished";

    private final Database database;

    JdbcPendingStore(Database database) {
        this.database = database;
    }

    @Override
    public OptionalLong add(String kind, String key, byte[] value, Duration dueIn, Duration lifetime) {
        var add = database.dialect().add();
        return database.write("add an entry", add, kind, key, value, micros(dueIn), micros(lifetime), false);
    }

    /** The numbers of what is claimed at once are drawn in the order in which it was due. */
    @Override
    public List<PendingEntry> claimDue(String kind, String node, Duration lease, int most) {
        return database
                .writeAll(
                        "claim what is due",
                        database.dialect().claim(),
                        List.of("key", "value", "version", "finished"),
                        JdbcPendingStore::entry,
                        kind,
                        most,
                        micros(lease),
                        node)
                .stream()
                .sorted(Comparator.comparingLong(PendingEntry::version))
                .toList();
    }

    private static PendingEntry entry(ResultSet row) throws SQLException {
        return new PendingEntry(row.getString(1), row.getBytes(2), row.getLong(3), row.getBoolean(4));
    }

    @Override
    public OptionalLong reschedule(String key, long version, byte[] value, Duration dueIn) {
        return database.write("reschedule an entry", RESCHEDULE, value, micros(dueIn), key, version);
    }

    @Override
    public boolean finish(String key, long version, byte[] outcome, Duration lifetime) {
        return database.write("finish an entry", FINISH, outcome, micros(lifetime), key, version)
                .isPresent();
    }

    @Override
    public Optional<PendingEntry> find(String key) {
        return database.read("find an entry", FIND, JdbcPendingStore::entry, key).stream()
                .findFirst();
    }

    @Override
    public boolean remove(String key, long version) {
        return database.write("remove an entry", REMOVE, new byte[0], key, version)
                .isPresent();
    }

    @Override
    public int count(String kind, int most) {
        return database.read("count entries", COUNT, row -> row.getInt(1), kind, most)
                .get(0);
    }

    @Override
    public String toString() {
        return "JdbcPendingStore[" + database + "]";
    }
}
