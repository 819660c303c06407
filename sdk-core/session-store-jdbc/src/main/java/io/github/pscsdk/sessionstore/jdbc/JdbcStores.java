package io.github.pscsdk.sessionstore.jdbc;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.tracestore.TraceStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * All stores in one database, by its clock; not encrypted: a host uses {@code sessions().encrypted(ring)} and {@code
 * traces().encrypted(ring)}.
 *
 * <p>Used by many threads at once. Each call is one statement and one transaction; once a minute, one call also removes
 * what has expired, 500 entries and a second at most. Fails with a {@link StoreException}, which repeats nothing of
 * what the database has said.
 */
public final class JdbcStores implements AutoCloseable {
    private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(3);
    private static final Duration LONGEST_STATEMENT_LIMIT = Duration.ofSeconds(30);

    private final Database database;

    private JdbcStores(Database database) {
        this.database = database;
    }

    /**
     * {@link #postgresql(DataSource, Duration, String)} with a limit of three seconds, and messages without the server.
     */
    public static JdbcStores postgresql(DataSource source) {
        return postgresql(source, STATEMENT_LIMIT);
    }

    /** The same with that limit. */
    public static JdbcStores postgresql(DataSource source, Duration statementLimit) {
        return postgresql(source, statementLimit, "PostgreSQL");
    }

    /**
     * Stores in a PostgreSQL database, 12 or later, which any number of nodes share. Nobody is called yet, and nothing
     * is created: an operator runs {@code postgresql.sql}, which is in this artifact; {@link SessionStore#check} says
     * so.
     *
     * <p>Limits of the pool, and of the driver for connecting and cancelling, have to be some seconds: see the page on
     * session stores.
     *
     * @param source a pool of the host's, which the host closes; outside of any transaction, with the isolation READ
     *     COMMITTED
     * @param statementLimit of each statement, 1 to 30 whole seconds; a second later its connection is given up
     * @param server begins each message, such as {@code PostgreSQL at db.example:5432}, without user and password
     * @throws IllegalArgumentException if the limit is another one
     */
    public static JdbcStores postgresql(DataSource source, Duration statementLimit, String server) {
        if (statementLimit.compareTo(Duration.ofSeconds(1)) < 0
                || statementLimit.compareTo(LONGEST_STATEMENT_LIMIT) > 0
                || statementLimit.getNano() != 0) {
            throw new IllegalArgumentException("a statement's limit is 1 to 30 whole seconds, not " + statementLimit);
        }
        var connections =
                new PooledConnections(Objects.requireNonNull(source, "source"), statementLimit.plusSeconds(1));
        return new JdbcStores(new Database(
                connections,
                Dialect.POSTGRESQL,
                Objects.requireNonNull(server, "server"),
                statementLimit,
                System::nanoTime));
    }

    /**
     * Stores in a file of the database H2 ({@code com.h2database:h2}), for one node that remembers its sessions after a
     * restart. Makes file, folder and tables where there are none, and holds the file until {@link #close}.
     *
     * @param file without the suffix {@code .mv.db}, which H2 adds
     * @throws StoreException {@code STORE_UNAVAILABLE} if other stores hold the file; {@code STORE_UNREADABLE} if it
     *     cannot be opened at all, or H2 is missing
     * @throws IllegalArgumentException if there is a semicolon in the path
     */
    public static JdbcStores file(Path file) {
        return file(file, STATEMENT_LIMIT);
    }

    static JdbcStores file(Path file, Duration limit) {
        return new JdbcStores(new Database(new FileConnection(file, limit), Dialect.H2, "H2", limit, System::nanoTime));
    }

    /** Where sessions, what has to be done later and the like are. */
    public SessionStore sessions() {
        return new JdbcSessionStore(database);
    }

    /** Where traces of what was done are. They are removed by whoever uses it, not by the clean-up of the others. */
    public TraceStore traces() {
        return new JdbcTraceStore(database);
    }

    /** The result of {@link #copyInto}: entries copied, and those that the target had already. */
    public record Copied(int entries, int present) {}

    /**
     * Copies sessions and what is pending, unless it has expired, to another database, as it is: encrypted and named by
     * the same keys. Each entry keeps the lifetime that it has left; what is there already stays as it is, so an
     * interrupted copy begins again. No node may work on what is copied: a refresh token is good for one of both.
     *
     * @param target ready to be used, as its check tells
     * @throws StoreException {@code STORE_UNREADABLE} if the target was encrypted with another key ring, or what is
     *     here with none; nothing is copied then
     */
    public Copied copyInto(JdbcStores target) {
        return new Copy(database, target.database).run();
    }

    /**
     * Gives the file back, after the call that is running; later calls fail. A data source is the host's, and stays
     * open.
     */
    @Override
    public void close() {
        database.close();
    }

    @Override
    public String toString() {
        return "JdbcStores[" + database + "]";
    }
}
