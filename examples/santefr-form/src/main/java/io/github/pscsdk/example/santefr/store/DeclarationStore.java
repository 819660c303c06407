package io.github.pscsdk.example.santefr.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The declarations received, each once. */
public final class DeclarationStore implements AutoCloseable {
    private static final String UNIQUE_VIOLATION = "23505"; // SQL:2023, class 23

    private final HikariDataSource source;
    private final Clock clock;

    private DeclarationStore(HikariDataSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * Opens the file, or makes it.
     *
     * @param file without its suffix
     * @param clock stamps the receipts
     * @throws IllegalStateException if it cannot be opened, for instance since another process has it open
     */
    public static DeclarationStore open(Path file, Clock clock) {
        return new DeclarationStore(Database.open(file), clock);
    }

    /**
     * Keeps a submission, unless one of that professional and key is there.
     *
     * @throws StoreException if the database fails; nothing was kept then
     */
    public Kept keep(Submission submission) {
        var hash = Sha256.of(submission.content());
        try (var connection = source.getConnection()) {
            var rows = new DeclarationRows(connection);
            var before = rows.find(submission.professional(), submission.idempotencyKey());
            return before.isPresent() ? compared(before.get(), hash) : insert(connection, submission, hash);
        } catch (SQLException e) {
            throw new StoreException("cannot keep a declaration", e);
        }
    }

    /**
     * The declaration of that number, if it is that professional's.
     *
     * @throws StoreException if the database fails
     */
    public Optional<StoredDeclaration> find(String number, String professional) {
        try (var connection = source.getConnection()) {
            return new DeclarationRows(connection).findByNumber(number, professional);
        } catch (SQLException e) {
            throw new StoreException("cannot find a declaration", e);
        }
    }

    /** Closes the file. */
    @Override
    public void close() {
        source.close();
    }

    private Kept insert(Connection connection, Submission submission, String hash) throws SQLException {
        var rows = new DeclarationRows(connection);
        try {
            // Milliseconds, as the column holds them: the receipt reads the same today and after a restart.
            var stored = rows.insert(submission, hash, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            connection.commit();
            return new Kept(Kept.How.NEW, stored);
        } catch (SQLException e) {
            connection.rollback();
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            // Another thread was faster with the same key.
            return rows.find(submission.professional(), submission.idempotencyKey())
                    .map(before -> compared(before, hash))
                    .orElseThrow(() -> e);
        }
    }

    private static Kept compared(StoredDeclaration before, String hash) {
        var same = before.receipt().hash().equals(hash);
        return new Kept(same ? Kept.How.REPEATED : Kept.How.CONFLICT, before);
    }
}
