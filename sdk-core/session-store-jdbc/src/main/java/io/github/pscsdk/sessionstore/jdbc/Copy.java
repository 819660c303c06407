package io.github.pscsdk.sessionstore.jdbc;

import static io.github.pscsdk.sessionstore.jdbc.Database.micros;

import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Carries what has not expired from one database to another. Both tell by their own clocks how long an entry lives. */
final class Copy {
    // So many rows are in memory at once, of one mebibyte at most each.
    private static final int PAGE = 50;

    private static final String NEXT =
            " WHERE key > ? AND expires_at > CURRENT_TIMESTAMP ORDER BY key FETCH FIRST " + PAGE + " ROWS ONLY";
    private static final String SESSIONS = "SELECT key, value, expires_at, CURRENT_TIMESTAMP FROM psc_session" + NEXT;
    private static final String PENDING =
            "SELECT key, value, expires_at, CURRENT_TIMESTAMP, kind, due_at, finished FROM psc_pending" + NEXT;

    private final Database source;
    private final Database target;
    private int present;

    Copy(Database source, Database target) {
        this.source = source;
        this.target = target;
    }

    /** @param left until it expires */
    private record Session(String key, byte[] value, Duration left) {
        static Session of(ResultSet row) throws SQLException {
            return new Session(row.getString(1), row.getBytes(2), between(row, 3));
        }
    }

    private record Pending(Session entry, String kind, Duration dueIn, boolean finished) {
        static Pending of(ResultSet row) throws SQLException {
            var dueIn = between(row, 6);
            return new Pending(
                    Session.of(row), row.getString(5), dueIn.isNegative() ? Duration.ZERO : dueIn, row.getBoolean(7));
        }
    }

    /** From the time of the row, which is in the fourth column. */
    private static Duration between(ResultSet row, int column) throws SQLException {
        return Duration.between(row.getObject(4, OffsetDateTime.class), row.getObject(column, OffsetDateTime.class));
    }

    JdbcStores.Copied run() {
        demandSameKeys();
        var sessions = all(SESSIONS, Session::of, Session::key, this::copy);
        var pending = all(PENDING, Pending::of, row -> row.entry.key, this::copy);
        return new JdbcStores.Copied(sessions, pending, present);
    }

    private void demandSameKeys() {
        var here = ring(source);
        if (here.isEmpty()) {
            throw StoreException.unreadable("nobody has used with a key ring what is to be copied");
        }
        var there = ring(target);
        if (!there.isEmpty() && !there.equals(here)) {
            throw StoreException.unreadable(
                    "the target is in use with another index key: take the same key ring for both");
        }
    }

    /** Tells index keys apart; empty where none was used. */
    private static String ring(Database database) {
        return new JdbcSessionStore(database)
                .find(KeyRing.ENTRY)
                .map(StoredEntry::value)
                .map(value -> new String(value, StandardCharsets.US_ASCII)
                        .lines()
                        .findFirst()
                        .orElse(""))
                .orElse("");
    }

    private <T> int all(String sql, Database.Row<T> row, Function<T, String> key, Predicate<T> copy) {
        var copied = 0;
        var last = "";
        List<T> page;
        do {
            page = source.read("read what is to be copied", sql, row, last);
            for (var entry : page) {
                last = key.apply(entry);
                var isNew = copy.test(entry);
                if (!last.equals(KeyRing.ENTRY)) {
                    copied += isNew ? 1 : 0;
                    present += isNew ? 0 : 1;
                }
            }
        } while (page.size() == PAGE);
        return copied;
    }

    private boolean copy(Session row) {
        return target.write("copy an entry", target.dialect().put(), row.key, row.value, micros(row.left))
                .isPresent();
    }

    private boolean copy(Pending row) {
        var entry = row.entry;
        return target.write(
                        "copy an entry",
                        target.dialect().add(),
                        row.kind,
                        entry.key,
                        entry.value,
                        micros(row.dueIn),
                        micros(entry.left),
                        row.finished)
                .isPresent();
    }
}
