package io.github.pscsdk.example.santefr.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.text.ClassPathResource;
import io.github.pscsdk.example.santefr.store.DossierException.StaleRevisionException;
import io.github.pscsdk.example.santefr.store.DossierException.TooManyDraftsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The dossiers with their versions, and what was handed over, each once. */
public final class DossierStore implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    // Without a delay, a commit is in the file when it returns, and not half a second after somebody has read that it
    // is saved. The asynchronous file system does not close the file when a thread is interrupted. No trace file: it
    // would hold rows. A thread that meets another one's new row waits for its end. The server closes the database
    // after the last request; H2's own shutdown hook would do it before.
    private static final String SETTINGS =
            ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;DB_CLOSE_ON_EXIT=FALSE";
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
        var path = file.toAbsolutePath().normalize();
        // H2 would read what follows a semicolon as settings.
        if (path.toString().contains(";")) {
            throw new IllegalArgumentException("the path of the database holds a semicolon");
        }
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:async:" + path + SETTINGS);
        config.setPoolName("santefr-form");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setAutoCommit(false);
        try {
            Files.createDirectories(path.getParent());
            var store = new DossierStore(new HikariDataSource(config));
            store.createTables();
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of the database", e);
        } catch (HikariPool.PoolInitializationException e) {
            throw new IllegalStateException("cannot open the database: is another form using it?", e);
        }
    }

    private void createTables() {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var definition :
                    ClassPathResource.text(DossierStore.class, "schema.sql").split(";")) {
                if (!definition.isBlank()) {
                    statement.execute(definition);
                }
            }
            connection.commit();
        } catch (SQLException e) {
            close();
            throw new IllegalStateException("cannot make the tables, SQL state " + e.getSQLState());
        }
    }

    /** That professional's dossiers, the newest first. */
    public List<StoredDossier> all(String professional) {
        return transaction(tables -> tables.all(professional));
    }

    /** The dossier of that number, if it is that professional's. */
    public Optional<StoredDossier> find(String number, String professional) {
        return transaction(tables -> tables.find(number, professional));
    }

    /** The last hand-over under that number, if it is that professional's. */
    public Optional<StoredDeclaration> handedOver(String number, String professional) {
        return transaction(tables -> tables.handedOver(number, professional));
    }

    public Optional<StoredDeclaration> underKey(String professional, String key) {
        return transaction(tables -> tables.underKey(professional, key));
    }

    public Optional<DossierAction> action(String professional, String key) {
        return transaction(tables -> tables.action(professional, key));
    }

    /**
     * Keeps a new draft, and gives it a number. One at a time: two at once would each find room for the last.
     *
     * @param mostDrafts how many one professional may have that were never handed over, nor withdrawn
     * @throws TooManyDraftsException if they are there already; nothing was kept then
     */
    public synchronized StoredDossier add(Dossier draft, int mostDrafts) throws TooManyDraftsException {
        return transaction(tables -> {
            if (tables.drafts(draft.professional()) >= mostDrafts) {
                throw new TooManyDraftsException();
            }
            return tables.insert(draft);
        });
    }

    /**
     * Keeps the next revision of a dossier.
     *
     * @throws StaleRevisionException if another took the place of {@code before}; nothing was kept then
     */
    public StoredDossier replace(StoredDossier before, Dossier after) throws StaleRevisionException {
        return transaction(tables -> tables.replace(before, after));
    }

    /** The same with the act that made it, under a key that is free. */
    public StoredDossier replace(StoredDossier before, Dossier after, DossierAction action)
            throws StaleRevisionException {
        return transaction(tables -> {
            tables.insert(after.professional(), action);
            return tables.replace(before, after);
        });
    }

    /** The same with the hand-over of its latest version, under a key that is free. */
    public IdempotentResult replace(StoredDossier before, NewHandOver handOver) throws StaleRevisionException {
        return transaction(tables -> {
            tables.replace(before, handOver.dossier());
            return IdempotentResult.fresh(tables.insert(before.number(), before.revision(), handOver));
        });
    }

    /**
     * Keeps what is handed over as it comes, in one transaction: each under a key that is free. One at a time: two at
     * once would each find the same key free.
     *
     * @return in the same order
     */
    public synchronized List<IdempotentResult> take(List<NewHandOver> handOvers) {
        return transaction(tables -> {
            var taken = new ArrayList<IdempotentResult>();
            for (var one : handOvers) {
                taken.add(take(one, tables));
            }
            return taken;
        });
    }

    private static IdempotentResult take(NewHandOver one, DossierTables tables) throws SQLException {
        var before = tables.underKey(one.dossier().professional(), one.key());
        if (before.isPresent()) {
            return IdempotentResult.repeated(
                    before.get(), before.get().receipt().hash().equals(one.hash()));
        }
        var number = tables.insert(one.dossier()).number();
        return IdempotentResult.fresh(tables.insert(number, 0, one));
    }

    /**
     * Gives one person's dossiers, which may be under several identifiers, to the first: an identifier can change, and
     * identities are merged.
     *
     * @param identifiers of one person
     */
    public void unite(List<NationalId> identifiers) {
        var own = identifiers.get(0).value();
        transaction(tables -> {
            for (var other : identifiers.subList(1, identifiers.size())) {
                tables.move(other.value(), own);
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
        T on(DossierTables tables) throws SQLException, X;
    }

    private <T, X extends Exception> T transaction(Work<T, X> work) throws X {
        try (var connection = source.getConnection()) {
            try {
                var result = work.on(new DossierTables(connection));
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

    /**
     * The result of a hand-over.
     *
     * @param stored what the database holds under that key now
     */
    public record IdempotentResult(How how, StoredDeclaration stored) {
        static IdempotentResult fresh(StoredDeclaration stored) {
            return new IdempotentResult(How.NEW, stored);
        }

        /** There was something under that key before. */
        public static IdempotentResult repeated(StoredDeclaration before, boolean isSame) {
            return new IdempotentResult(isSame ? How.REPEATED : How.CONFLICT, before);
        }

        /** New, the same again, or in conflict. */
        public enum How {
            /** Stored just now. */
            NEW,
            /** The same was handed over under this key before. */
            REPEATED,
            /** Something else was handed over under this key before; nothing was changed. */
            CONFLICT
        }
    }
}
