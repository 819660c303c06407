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
import org.jspecify.annotations.Nullable;

/** Carries what has not expired from one database to another. Both tell by their own clocks how long an entry lives. */
record Copy(Database source, Database target) {
    // So many rows are in memory at once, of one mebibyte at most each.
    private static final int PAGE = 50;

    private static final String NEXT =
            " WHERE key > ? AND expires_at > CURRENT_TIMESTAMP ORDER BY key FETCH FIRST " + PAGE + " ROWS ONLY";
    private static final String ENTRIES =
            "SELECT key, value, expires_at, CURRENT_TIMESTAMP, kind, due_at, indices FROM psc_entry" + NEXT;

    /** A row as it goes to the target; times from now in microseconds, null where there is nothing. */
    private record Entry(
            String key,
            byte[] value,
            long left,
            @Nullable String kind,
            @Nullable Long dueIn,
            Object @Nullable [] indices) {
        static Entry of(ResultSet row) throws SQLException {
            var kind = row.getString(5);
            var indices = row.getArray(7);
            return new Entry(
                    row.getString(1),
                    row.getBytes(2),
                    micros(between(row, 3)),
                    kind,
                    kind == null ? null : Math.max(0, micros(between(row, 6))),
                    indices == null ? null : (Object[]) indices.getArray());
        }
    }

    /** From the time of the row, which is in the fourth column. */
    private static Duration between(ResultSet row, int column) throws SQLException {
        return Duration.between(row.getObject(4, OffsetDateTime.class), row.getObject(column, OffsetDateTime.class));
    }

    JdbcStores.Copied run() {
        demandSameKeys();
        var copied = 0;
        var present = 0;
        var last = "";
        List<Entry> page;
        do {
            page = source.read("read what is to be copied", ENTRIES, Entry::of, last);
            for (var entry : page) {
                last = entry.key;
                var isNew = copy(entry);
                if (!last.equals(KeyRing.ENTRY)) {
                    copied += isNew ? 1 : 0;
                    present += isNew ? 0 : 1;
                }
            }
        } while (page.size() == PAGE);
        return new JdbcStores.Copied(copied, present);
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

    private boolean copy(Entry row) {
        return target.write(
                        "copy an entry",
                        target.dialect().put(),
                        row.key,
                        row.value,
                        row.left,
                        row.kind,
                        row.dueIn,
                        row.indices)
                .isPresent();
    }
}
