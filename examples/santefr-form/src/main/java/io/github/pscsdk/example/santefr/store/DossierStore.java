package io.github.pscsdk.example.santefr.store;

import com.zaxxer.hikari.HikariDataSource;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.rules.Finding;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The dossiers with their versions, and what was handed over, each once. */
public final class DossierStore implements AutoCloseable {
    // H2 closes a file that it cannot write, such as on a full disk, for good: once the last of these connections is
    // closed, the next one opens it anew. The closed database, and what closed it.
    private static final Set<String> CLOSED = Set.of("90098", "90028", "90031");
    private static final String UNIQUE_VIOLATION = "23505"; // SQL:2023, class 23

    private final HikariDataSource source;

    private DossierStore(HikariDataSource source) {
        this.source = source;
    }

    /**
     * Opens the file, or makes it.
     *
     * @param file without its suffix
     * @throws IllegalStateException if it cannot be opened, for instance since another process has it open
     */
    public static DossierStore open(Path file) {
        return new DossierStore(Database.open(file));
    }

    /**
     * Opens a database of PostgreSQL.
     *
     * @throws IllegalStateException if it cannot be opened
     */
    public static DossierStore open(PostgresDatabase database) {
        return new DossierStore(Database.open(database));
    }

    /** That professional's dossiers, the newest first. */
    public List<StoredDossier> all(String professional) {
        return run(connection -> new DossierRows(connection).all(professional));
    }

    /** The dossier of that number, if it is that professional's. */
    public Optional<StoredDossier> find(String number, String professional) {
        return DossierNumber.read(number)
                .flatMap(known -> run(connection -> new DossierRows(connection).find(known, professional)));
    }

    /** What was last handed over under that number, if it is that professional's. */
    public Optional<StoredDeclaration> handedOver(String number, String professional) {
        return DossierNumber.read(number)
                .flatMap(known -> run(connection -> new HandOverRows(connection).last(known, professional)));
    }

    /** What was handed over under that key. */
    public Optional<StoredDeclaration> underKey(String professional, String key) {
        return run(connection -> new HandOverRows(connection).find(professional, key));
    }

    /**
     * Keeps a new draft, and gives it a number. One at a time: two at once would each find room for the last.
     *
     * @param mostDrafts how many one professional may have that were never handed over, nor withdrawn
     * @throws TooManyDraftsException if they are there already; nothing was kept then
     */
    public synchronized StoredDossier add(Dossier draft, int mostDrafts) throws TooManyDraftsException {
        return this.<StoredDossier, TooManyDraftsException>transaction(connection -> {
            var rows = new DossierRows(connection);
            if (rows.drafts(draft.professional()) >= mostDrafts) {
                throw new TooManyDraftsException();
            }
            return rows.insert(draft);
        });
    }

    /**
     * Keeps the next revision of a dossier.
     *
     * @throws StaleRevisionException if another took the place of {@code before}; nothing was kept then
     */
    public StoredDossier replace(StoredDossier before, Dossier after) throws StaleRevisionException {
        return change(connection -> new DossierRows(connection).replace(before, after));
    }

    /**
     * Keeps what is handed over as it comes, in one transaction: each under a key that is free.
     *
     * @return in the same order, what is kept under each key now; whether it is new, {@link Taken} says
     */
    public List<Taken> take(List<NewHandOver> handOvers) {
        var taken = Optional.<List<Taken>>empty();
        // Where another thread was faster with a key, that is there the next time.
        for (var tries = 0; taken.isEmpty() && tries <= handOvers.size(); tries++) {
            taken = once(() -> run(connection -> take(handOvers, connection)));
        }
        return taken.orElseThrow(() -> new IllegalStateException("keys that are taken and not there"));
    }

    private static List<Taken> take(List<NewHandOver> handOvers, Connection connection) throws SQLException {
        var taken = new IdentityHashMap<NewHandOver, Taken>();
        // In the order of their keys: two transactions would wait for each other's otherwise.
        for (var one : handOvers.stream()
                .sorted(Comparator.comparing(NewHandOver::key))
                .toList()) {
            taken.put(one, take(one, connection));
        }
        return handOvers.stream().map(taken::get).toList();
    }

    private static Taken take(NewHandOver one, Connection connection) throws SQLException {
        var rows = new HandOverRows(connection);
        var before = rows.find(one.dossier().professional(), one.key());
        if (before.isPresent()) {
            return new Taken(false, before.get());
        }
        var number = new DossierRows(connection).insert(one.dossier()).number();
        return new Taken(true, rows.insert(number, 0, one.dossier(), one.key(), one.findings()));
    }

    /**
     * What is kept under a key.
     *
     * @param isNew whether it was not there before
     * @param stored what is there now
     */
    public record Taken(boolean isNew, StoredDeclaration stored) {}

    /**
     * Keeps that the latest version of a dossier was handed over.
     *
     * @return empty if something was handed over under that key meanwhile; nothing was kept then
     * @throws StaleRevisionException if another took the place of {@code before}; nothing was kept then
     */
    public Optional<StoredDeclaration> handOver(StoredDossier before, Dossier after, String key, List<Finding> findings)
            throws StaleRevisionException {
        return once(() -> change(connection -> {
            new DossierRows(connection).replace(before, after);
            return new HandOverRows(connection).insert(before.number(), before.revision(), after, key, findings);
        }));
    }

    /** What was asked under that key. */
    public Optional<DossierAction> action(String professional, String key) {
        return run(connection -> new DossierActionRows(connection).find(professional, key));
    }

    /**
     * Keeps the next revision of a dossier, and the act that made it.
     *
     * @return empty if something was asked under that key meanwhile; nothing was kept then
     * @throws StaleRevisionException if another took the place of {@code before}; nothing was kept then
     */
    public Optional<StoredDossier> replace(StoredDossier before, Dossier after, DossierAction action)
            throws StaleRevisionException {
        return once(() -> change(connection -> {
            new DossierActionRows(connection).insert(after.professional(), action);
            return new DossierRows(connection).replace(before, after);
        }));
    }

    /**
     * Gives one person's dossiers, which may be under several identifiers, to the first: an identifier can change, and identities are merged.
     *
     * @param identifiers of one person
     */
    public void unite(List<NationalId> identifiers) {
        var own = identifiers.get(0).value();
        this.<Void>run(connection -> {
            for (var other : identifiers.subList(1, identifiers.size())) {
                new OwnerRows(connection).move(other.value(), own);
            }
            return null;
        });
    }

    /** Closes the connections, and the file. */
    @Override
    public void close() {
        source.close();
    }

    @FunctionalInterface
    private interface Work<T, X extends Exception> {
        T on(Connection connection) throws SQLException, X;
    }

    @FunctionalInterface
    private interface Step<T, X extends Exception> {
        T run() throws X;
    }

    private <T> T run(Work<T, RuntimeException> work) {
        return transaction(work);
    }

    private <T> T change(Work<T, StaleRevisionException> work) throws StaleRevisionException {
        return transaction(work);
    }

    private <T, X extends Exception> T transaction(Work<T, X> work) throws X {
        try (var connection = source.getConnection()) {
            try {
                var result = work.on(connection);
                connection.commit();
                return result;
            } finally {
                // After a commit there is nothing left to take back.
                connection.rollback();
            }
        } catch (SQLException e) {
            if (CLOSED.contains(String.valueOf(e.getSQLState()))) {
                source.getHikariPoolMXBean().softEvictConnections();
            }
            throw new StoreException("the database cannot do it", e);
        }
    }

    private static <T, X extends Exception> Optional<T> once(Step<T, X> step) throws X {
        try {
            return Optional.of(step.run());
        } catch (StoreException e) {
            if (e.state.equals(UNIQUE_VIOLATION)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The database failed. Neither message nor cause of the database is kept: both may quote a row. */
    public static final class StoreException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String state;

        StoreException(String what, SQLException cause) {
            super(what + ", SQL state " + cause.getSQLState() + ", error " + cause.getErrorCode());
            state = String.valueOf(cause.getSQLState());
            setStackTrace(cause.getStackTrace());
        }
    }

    /** The dossier was changed by another request since it was read; nothing was kept. */
    public static final class StaleRevisionException extends Exception {
        private static final long serialVersionUID = 1L;

        /** Without a value of the dossier. */
        public StaleRevisionException() {
            super("another revision");
        }
    }

    /** The professional has as many drafts as are kept for one; nothing was kept. */
    public static final class TooManyDraftsException extends Exception {
        private static final long serialVersionUID = 1L;

        TooManyDraftsException() {
            super("as many drafts as are kept");
        }
    }
}
