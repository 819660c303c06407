package io.github.pscsdk.sessionstore.jdbc;

import static io.github.pscsdk.sessionstore.jdbc.Database.micros;
import static io.github.pscsdk.sessionstore.jdbc.Dialect.AFTER;

import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code psc_entry}. A removed entry expires instead, and its row goes some minutes later: so a key that is
 * put again soon gets a later number.
 */
record JdbcSessionStore(Database database) implements SessionStore {
    private static final String NOW = "SELECT CURRENT_TIMESTAMP";
    private static final String IF_READ = " WHERE key = ? AND version = ? AND expires_at > CURRENT_TIMESTAMP";
    private static final String FIND = "SELECT key, value, version, expires_at, kind IS NOT NULL FROM psc_entry"
            + " WHERE key = ? AND expires_at > CURRENT_TIMESTAMP";
    private static final String REPLACE = "UPDATE psc_entry SET value = ?, version = nextval('psc_version'),"
            + " expires_at = " + AFTER + ", kind = CAST(? AS varchar), due_at = " + AFTER
            + ", indices = CAST(? AS varchar ARRAY)" + IF_READ;
    private static final String EXTEND =
            "UPDATE psc_entry SET expires_at = " + AFTER + " WHERE key = ? AND expires_at > CURRENT_TIMESTAMP";
    private static final String REMOVE = "UPDATE psc_entry SET value = ?, kind = NULL, due_at = NULL, indices = NULL,"
            + " expires_at = " + Dialect.REMOVED + IF_READ;

    @Override
    public Instant now() {
        return database.read("read the clock", NOW, row -> instant(row, 1)).get(0);
    }

    @Override
    public Optional<StoredEntry> find(String key) {
        return database.read("find an entry", FIND, JdbcSessionStore::entry, key).stream()
                .findFirst();
    }

    private static StoredEntry entry(ResultSet row) throws SQLException {
        return new StoredEntry(row.getString(1), row.getBytes(2), row.getLong(3), instant(row, 4), row.getBoolean(5));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public OptionalLong write(String key, long version, EntryContent content) {
        var lifetime = micros(content.lifetime());
        var kind = content.kind().orElse(null);
        var dueIn = content.kind().map(work -> micros(content.dueIn())).orElse(null);
        var indices = indices(content);
        return version == ABSENT
                ? database.write(
                        "put an entry", database.dialect().put(), key, content.value(), lifetime, kind, dueIn, indices)
                : database.write(
                        "replace an entry", REPLACE, content.value(), lifetime, kind, dueIn, indices, key, version);
    }

    private static String @Nullable [] indices(EntryContent content) {
        return content.indices().isEmpty() ? null : content.indices().toArray(String[]::new);
    }

    @Override
    public boolean extend(String key, Duration lifetime) {
        return database.write("extend an entry", EXTEND, micros(lifetime), key).isPresent();
    }

    @Override
    public boolean remove(String key, long version) {
        return database.write("remove an entry", REMOVE, new byte[0], key, version)
                .isPresent();
    }

    /** The numbers of what is claimed at once are drawn in the order in which it was due. */
    @Override
    public List<StoredEntry> claimDue(String kind, String node, Duration lease, int most) {
        return database
                .writeAll(
                        "claim what is due",
                        database.dialect().claim(),
                        List.of("key", "value", "version", "expires_at"),
                        JdbcSessionStore::claimed,
                        kind,
                        most,
                        micros(lease),
                        node)
                .stream()
                .sorted(Comparator.comparingLong(StoredEntry::version))
                .toList();
    }

    private static StoredEntry claimed(ResultSet row) throws SQLException {
        return new StoredEntry(row.getString(1), row.getBytes(2), row.getLong(3), instant(row, 4), true);
    }

    @Override
    public Optional<String> list(String index, Optional<String> after, int most, Consumer<StoredEntry> found) {
        var list = database.dialect().list();
        var page = database.read("list entries", list, JdbcSessionStore::entry, index, after.orElse(""), most);
        page.forEach(found);
        return page.size() < most
                ? Optional.empty()
                : Optional.of(page.get(most - 1).key());
    }

    @Override
    public void check() {
        database.check();
    }

    @Override
    public String place() {
        return database.toString();
    }

    @Override
    public String toString() {
        return "JdbcSessionStore[" + database + "]";
    }
}
