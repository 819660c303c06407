package io.github.pscsdk.example.santefr.store;

import com.zaxxer.hikari.HikariDataSource;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.santefr.store.DossierException.StaleRevisionException;
import io.github.pscsdk.example.santefr.store.DossierException.TooManyDraftsException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The dossiers with their versions, and what was handed over, each once. */
public final class DossierStore implements AutoCloseable {
    // H2 closes a file that it cannot write, such as on a full disk, for good: once the last of these connections is
    // closed, the next one opens it anew. The closed database, and what closed it.
    private static final Set<String> CLOSED = Set.of("90098", "90028", "90031");

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

    /** That professional's dossiers, the newest first. */
    public List<StoredDossier> all(String professional) {
        return transaction(statements -> new DossierRows(statements).all(professional));
    }

    /** The dossier of that number, if it is that professional's. */
    public Optional<StoredDossier> find(String number, String professional) {
        return DossierNumber.read(number)
                .flatMap(known -> transaction(statements -> new DossierRows(statements).find(known, professional)));
    }

    /** The last hand-over under that number, if it is that professional's. */
    public Optional<StoredDeclaration> handedOver(String number, String professional) {
        return DossierNumber.read(number)
                .flatMap(known -> transaction(statements -> new HandOverRows(statements).last(known, professional)));
    }

    public Optional<StoredDeclaration> underKey(String professional, String key) {
        return transaction(statements -> new HandOverRows(statements).find(professional, key));
    }

    /**
     * Keeps a new draft, and gives it a number. One at a time: two at once would each find room for the last.
     *
     * @param mostDrafts how many one professional may have that were never handed over, nor withdrawn
     * @throws TooManyDraftsException if they are there already; nothing was kept then
     */
    public synchronized StoredDossier add(Dossier draft, int mostDrafts) throws TooManyDraftsException {
        return transaction(statements -> {
            var rows = new DossierRows(statements);
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
        return transaction(statements -> new DossierRows(statements).replace(before, after));
    }

    /**
     * Keeps what is handed over as it comes, in one transaction: each under a key that is free. One at a time: two at
     * once would each find the same key free.
     *
     * @return in the same order
     */
    public synchronized List<IdempotentResult> take(List<NewHandOver> handOvers) {
        return transaction(statements -> {
            var taken = new ArrayList<IdempotentResult>();
            for (var one : handOvers) {
                taken.add(take(one, statements));
            }
            return taken;
        });
    }

    private static IdempotentResult take(NewHandOver one, SqlStatements statements) throws SQLException {
        var rows = new HandOverRows(statements);
        var before = rows.find(one.dossier().professional(), one.key());
        if (before.isPresent()) {
            return IdempotentResult.repeated(
                    before.get(), before.get().receipt().hash().equals(one.hash()));
        }
        var number = new DossierRows(statements).insert(one.dossier()).number();
        return IdempotentResult.fresh(rows.insert(number, 0, one.dossier(), one.key(), one.findings()));
    }

    /**
     * Keeps that the latest version of a dossier was handed over, under a key that is free.
     *
     * @throws StaleRevisionException if another took the place of {@code before}; nothing was kept then
     */
    public IdempotentResult handOver(StoredDossier before, Dossier after, String key, List<Finding> findings)
            throws StaleRevisionException {
        return transaction(statements -> {
            new DossierRows(statements).replace(before, after);
            var rows = new HandOverRows(statements);
            return IdempotentResult.fresh(rows.insert(before.number(), before.revision(), after, key, findings));
        });
    }

    public Optional<DossierAction> action(String professional, String key) {
        return transaction(statements -> new HandOverRows(statements).action(professional, key));
    }

    /**
     * Keeps the next revision of a dossier, and the act that made it, under a key that is free.
     *
     * @throws StaleRevisionException if another took the place of {@code before}; nothing was kept then
     */
    public StoredDossier replace(StoredDossier before, Dossier after, DossierAction action)
            throws StaleRevisionException {
        return transaction(statements -> {
            new HandOverRows(statements).insert(after.professional(), action);
            return new DossierRows(statements).replace(before, after);
        });
    }

    /**
     * Gives one person's dossiers, which may be under several identifiers, to the first: an identifier can change, and
     * identities are merged.
     *
     * @param identifiers of one person
     */
    public void unite(List<NationalId> identifiers) {
        var own = identifiers.get(0).value();
        transaction(statements -> {
            for (var other : identifiers.subList(1, identifiers.size())) {
                new HandOverRows(statements).move(other.value(), own);
            }
            return null;
        });
    }

    @Override
    public void close() {
        source.close();
    }

    @FunctionalInterface
    private interface Work<T, X extends Exception> {
        T on(SqlStatements statements) throws SQLException, X;
    }

    private <T, X extends Exception> T transaction(Work<T, X> work) throws X {
        try (var connection = source.getConnection()) {
            try {
                var result = work.on(new SqlStatements(connection));
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

    /** The database failed. Neither message nor cause of the database is kept: both may quote a row. */
    public static final class StoreException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoreException(String what, SQLException cause) {
            super(what + ", SQL state " + cause.getSQLState() + ", error " + cause.getErrorCode());
            setStackTrace(cause.getStackTrace());
        }
    }
}
