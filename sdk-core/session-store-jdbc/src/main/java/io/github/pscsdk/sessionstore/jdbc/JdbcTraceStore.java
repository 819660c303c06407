package io.github.pscsdk.sessionstore.jdbc;

import static io.github.pscsdk.sessionstore.jdbc.Database.micros;

import io.github.pscsdk.tracestore.TraceEntry;
import io.github.pscsdk.tracestore.TracePosition;
import io.github.pscsdk.tracestore.TraceStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The table {@code psc_trace}: rows are added, and the oldest removed; none is changed. Rows that come at once are one
 * statement.
 */
record JdbcTraceStore(Database database) implements TraceStore {
    private static final String APPEND = "INSERT INTO psc_trace (made_at, id, value) SELECT * FROM unnest("
            + "CAST(? AS timestamp(6) with time zone ARRAY), CAST(? AS uuid ARRAY), CAST(? AS bytea ARRAY))";
    // The first condition alone would do, and the second one alone is what every index can search.
    private static final String READ = "SELECT made_at, id, value FROM psc_trace"
            + " WHERE (made_at, id) > (?, ?) AND made_at >= ? AND made_at < ? ORDER BY made_at, id LIMIT ?";

    // The form of a time that both databases know.
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    @Override
    public void append(List<TraceEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        database.change(
                "append traces",
                APPEND,
                texts(entries.stream().map(entry -> entry.position().timestamp())),
                texts(entries.stream().map(entry -> entry.position().id())),
                entries.stream().map(TraceEntry::value).toArray(byte[][]::new));
    }

    private static String[] texts(Stream<?> values) {
        return values.map(Object::toString).toArray(String[]::new);
    }

    @Override
    public List<TraceEntry> read(TracePosition after, Instant before, int most) {
        var start = time(after.timestamp());
        return database.read("read traces", READ, JdbcTraceStore::entry, start, after.id(), start, time(before), most);
    }

    private static OffsetDateTime time(Instant instant) {
        var known = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
        return known.atOffset(ZoneOffset.UTC);
    }

    private static TraceEntry entry(ResultSet row) throws SQLException {
        var time = row.getObject(1, OffsetDateTime.class).toInstant();
        return TraceEntry.of(new TracePosition(time, row.getObject(2, UUID.class)), row.getBytes(3));
    }

    @Override
    public int removeOlderThan(Duration age, int most) {
        return database.change("remove traces", database.dialect().removeTraces(), micros(age), most);
    }

    @Override
    public void check() {
        database.checkTraces();
    }

    @Override
    public String toString() {
        return "JdbcTraceStore[" + database + "]";
    }
}
