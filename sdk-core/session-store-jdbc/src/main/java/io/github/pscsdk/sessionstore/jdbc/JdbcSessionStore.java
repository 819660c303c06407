package io.github.pscsdk.sessionstore.jdbc;

import static io.github.pscsdk.sessionstore.jdbc.Database.micros;
import static io.github.pscsdk.sessionstore.jdbc.Dialect.AFTER;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The table {@code psc_session}. What is removed expires instead, and the row goes some minutes later. So a key that is put again soon still has its row, which puts the
 * writers in an order, and the number of the later one is drawn later.
 */
final class JdbcSessionStore implements SessionStore {
    private static final String NOW = "SELECT CURRENT_TIMESTAMP";
    private static final String FIND =
            "SELECT value, version, expires_at FROM psc_session WHERE key = ? AND expires_at > CURRENT_TIMESTAMP";
    private static final String REPLACE =
            "UPDATE psc_session SET value = ?, version = nextval('psc_version'), expires_at = " + AFTER
                    + " WHERE key = ? AND version = ? AND expires_at > CURRENT_TIMESTAMP";
    private static final String EXTEND =
            "UPDATE psc_session SET expires_at = " + AFTER + " WHERE key = ? AND expires_at > CURRENT_TIMESTAMP";
    private static final String REMOVE = "UPDATE psc_session SET value = ?, expires_at = " + Dialect.REMOVED
            + " WHERE key = ? AND version = ? AND expires_at > CURRENT_TIMESTAMP";

    private final Database database;

    JdbcSessionStore(Database database) {
        this.database = database;
    }

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
        return new StoredEntry(row.getBytes(1), row.getLong(2), instant(row, 3));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public OptionalLong putIfAbsent(String key, byte[] value, Duration lifetime) {
        return database.write("put an entry", database.dialect().put(), key, value, micros(lifetime));
    }

    @Override
    public OptionalLong compareAndSet(String key, long version, byte[] value, Duration lifetime) {
        return database.write("replace an entry", REPLACE, value, micros(lifetime), key, version);
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

    @Override
    public void check() {
        database.check();
    }

    @Override
    public String toString() {
        return "JdbcSessionStore[" + database + "]";
    }
}
