package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.DeclarationJson;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.lifecycle.Version;
import io.github.pscsdk.example.declaration.lifecycle.Version.Proof;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.text.ClassPathResource;
import io.github.pscsdk.example.santefr.dossier.DossierException.Reason;
import io.github.pscsdk.example.santefr.dossier.DossierStore.IdempotentResult.How;
import io.github.pscsdk.example.santefr.dossier.SubmittedDeclaration.Receipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The dossiers with their versions, and what was handed over, each once, in the tables of {@code schema.sql}. A
 * hand-over is a version of a dossier, with the key under which it came: what the public has seen never changes.
 */
public final class DossierStore implements AutoCloseable {
    // Jdbi writes an instant as a local time, which is one instant in UTC alone. Without a delay, a commit is in the
    // file when it returns, and not half a second after somebody has read that it is saved. The asynchronous file
    // system does not close the file when a thread is interrupted. No trace file: it would hold rows. A thread that
    // meets another one's new row waits for its end. The server closes the database after the last request; H2's own
    // shutdown hook would do it before.
    private static final String SETTINGS =
            ";TIME ZONE=UTC;WRITE_DELAY=0;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;DB_CLOSE_ON_EXIT=FALSE";

    private static final String DOSSIERS = "SELECT id, begun_in, professional, revision FROM dossier WHERE ";
    private static final String VERSION_COLUMNS =
            "dossier, number, state, changed_at, content, proof_at, proof_hash, confirmed_at, reason";
    private static final String HAND_OVERS =
            "SELECT d.id, d.begun_in, h.revision, h.findings, v.proof_at, v.proof_hash, v.content FROM hand_over h"
                    + " JOIN dossier d ON d.id = h.dossier"
                    + " JOIN dossier_version v ON v.dossier = h.dossier AND v.number = h.version"
                    + " WHERE h.professional = ? AND ";
    private static final Pattern NUMBER = Pattern.compile("SF-\\d{4}-\\d{7,18}");

    private final Jdbi jdbi;
    /** Keeps the database open between two transactions. */
    private final Handle opened;

    private DossierStore(Jdbi jdbi) {
        this.jdbi = jdbi;
        var tables = ClassPathResource.text(DossierStore.class, "schema.sql");
        jdbi.useHandle(sql -> sql.createScript(tables).execute());
        this.opened = jdbi.open();
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
        try {
            Files.createDirectories(path.getParent());
            return new DossierStore(Jdbi.create("jdbc:h2:async:" + path + SETTINGS));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of the database", e);
        } catch (JdbiException e) {
            throw new IllegalStateException("cannot open the database: is another form using it?", e);
        }
    }

    /** That professional's dossiers, the newest first. */
    public List<StoredDossier> all(String professional) {
        return transaction(sql -> sql.select(DOSSIERS + "professional = ? ORDER BY id DESC", professional)
                .map((row, context) -> dossier(row, sql))
                .list());
    }

    /** The dossier of that number, if it is that professional's. */
    public Optional<StoredDossier> find(String number, String professional) {
        return transaction(sql -> sql.select(DOSSIERS + "id = ? AND professional = ?", id(number), professional)
                        .map((row, context) -> dossier(row, sql))
                        .findFirst())
                .filter(found -> found.number().equals(number));
    }

    /** The last hand-over under that number, if it is that professional's. */
    public Optional<SubmittedDeclaration> handedOver(String number, String professional) {
        return transaction(sql -> sql.select(HAND_OVERS + "d.id = ? ORDER BY h.id DESC", professional, id(number))
                        .map(DossierStore::handOver)
                        .findFirst())
                .filter(found -> found.receipt().number().equals(number));
    }

    public Optional<SubmittedDeclaration> underKey(String professional, String key) {
        return transaction(sql -> underKey(professional, key, sql));
    }

    private static Optional<SubmittedDeclaration> underKey(String professional, String key, Handle sql) {
        return sql.select(HAND_OVERS + "h.idempotency_key = ?", professional, key)
                .map(DossierStore::handOver)
                .findFirst();
    }

    Optional<Act> act(String professional, String key) {
        var act = "SELECT d.id, d.begun_in, a.what FROM act a JOIN dossier d ON d.id = a.dossier"
                + " WHERE a.professional = ? AND a.idempotency_key = ?";
        return transaction(sql -> sql.select(act, professional, key)
                .map((row, context) -> new Act(key, number(row), row.getString("what")))
                .findFirst());
    }

    /**
     * Keeps a new draft, and gives it a number. One at a time: two at once would each find room for the last.
     *
     * @param mostDrafts how many one professional may have that were never handed over, nor withdrawn
     * @throws DossierException if they are there already; nothing was kept then
     */
    synchronized StoredDossier add(Dossier draft, int mostDrafts) throws DossierException {
        var drafts =
                "SELECT COUNT(*) FROM dossier d WHERE d.professional = ? AND NOT EXISTS (SELECT 1 FROM dossier_version v"
                        + " WHERE v.dossier = d.id AND v.state != 'DRAFT')";
        return transaction(sql -> {
            if (sql.select(drafts, draft.professional()).mapTo(int.class).one() >= mostDrafts) {
                throw new DossierException(Reason.TOO_MANY_DRAFTS);
            }
            return insert(draft, sql);
        });
    }

    private static StoredDossier insert(Dossier dossier, Handle sql) {
        var year = dossier.latest().changedAt().atOffset(ZoneOffset.UTC).getYear();
        var id = sql.createUpdate("INSERT INTO dossier (begun_in, professional, revision) VALUES (?, ?, 1)")
                .bind(0, year)
                .bind(1, dossier.professional())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one();
        write(id, dossier.versions(), List.of(), sql);
        return new StoredDossier(number(year, id), 1, dossier);
    }

    /**
     * Keeps the next revision of a dossier.
     *
     * @throws DossierException if another took the place of {@code before}; nothing was kept then
     */
    StoredDossier replace(StoredDossier before, Dossier after) throws DossierException {
        return transaction(sql -> replace(before, after, sql));
    }

    /** The same with the act that made it, under a key that is free. */
    StoredDossier replace(StoredDossier before, Dossier after, Act act) throws DossierException {
        return transaction(sql -> {
            sql.execute(
                    "INSERT INTO act (professional, idempotency_key, dossier, what) VALUES (?, ?, ?, ?)",
                    after.professional(),
                    act.key(),
                    id(act.number()),
                    act.what());
            return replace(before, after, sql);
        });
    }

    /** The same with the hand-over of its latest version, under a key that is free. */
    IdempotentResult replace(StoredDossier before, NewHandOver handOver) throws DossierException {
        return transaction(sql -> {
            replace(before, handOver.dossier(), sql);
            return insert(before.number(), before.revision(), handOver, sql);
        });
    }

    private static StoredDossier replace(StoredDossier before, Dossier after, Handle sql) throws DossierException {
        var id = id(before.number());
        var next = "UPDATE dossier SET revision = revision + 1 WHERE id = ? AND revision = ?";
        if (sql.execute(next, id, before.revision()) == 0) {
            throw new DossierException(Reason.STALE);
        }
        write(id, after.versions(), before.dossier().versions(), sql);
        return new StoredDossier(before.number(), before.revision() + 1, after);
    }

    /** Writes the versions that are not there so. */
    private static void write(long id, List<Version> versions, List<Version> before, Handle sql) {
        for (var version : versions) {
            if (!before.contains(version)) {
                sql.execute(
                        "MERGE INTO dossier_version (" + VERSION_COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        id,
                        version.number(),
                        version.state().name(),
                        version.changedAt(),
                        DeclarationDocument.canonical(version.content()),
                        version.proof().map(Proof::at),
                        version.proof().map(Proof::hash),
                        version.confirmedAt(),
                        version.reason().map(Enum::name));
            }
        }
    }

    /**
     * Keeps what is handed over as it comes, in one transaction: each under a key that is free. One at a time: two at
     * once would each find the same key free.
     *
     * @return in the same order
     */
    synchronized List<IdempotentResult> take(List<NewHandOver> handOvers) {
        return transaction(sql -> {
            var taken = new ArrayList<IdempotentResult>();
            for (var one : handOvers) {
                var before = underKey(one.dossier().professional(), one.key(), sql);
                taken.add(
                        before.isPresent()
                                ? IdempotentResult.repeated(
                                        before.get(),
                                        before.get().receipt().hash().equals(one.hash()))
                                : insert(insert(one.dossier(), sql).number(), 0, one, sql));
            }
            return taken;
        });
    }

    /** Keeps that the latest version of a dossier was handed over, by the revision that the caller saw. */
    private static IdempotentResult insert(String number, int revision, NewHandOver handOver, Handle sql) {
        var version = handOver.dossier().latest();
        sql.execute(
                "INSERT INTO hand_over (dossier, version, revision, professional, idempotency_key, findings)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                id(number),
                version.number(),
                revision,
                handOver.dossier().professional(),
                handOver.key(),
                new String(DeclarationJson.write(handOver.findings()), StandardCharsets.UTF_8));
        var proof = version.proof().orElseThrow();
        var content = DeclarationDocument.canonical(version.content());
        var receipt = new Receipt(number, proof.at(), proof.hash());
        return new IdempotentResult(How.NEW, new SubmittedDeclaration(receipt, revision, content, handOver.findings()));
    }

    /**
     * Gives one person's dossiers, which may be under several identifiers, to their own: an identifier can change, and
     * identities are merged. Hand-overs stay as they were, their receipts included. Of keys that were used under both
     * identifiers, those of their own count.
     *
     * @param others of the same person; their own may be among them
     */
    public void unite(String own, Collection<String> others) {
        transaction(sql -> {
            others.stream().filter(other -> !other.equals(own)).forEach(other -> move(other, own, sql));
            return null;
        });
    }

    private static void move(String from, String to, Handle sql) {
        sql.execute("UPDATE dossier SET professional = ? WHERE professional = ?", to, from);
        sql.execute(
                "UPDATE hand_over SET idempotency_key = 'moved ' || CAST(id AS VARCHAR(20)) WHERE professional = ?"
                        + " AND idempotency_key IN (SELECT idempotency_key FROM hand_over WHERE professional = ?)",
                from,
                to);
        sql.execute("UPDATE hand_over SET professional = ? WHERE professional = ?", to, from);
        sql.execute(
                "DELETE FROM act WHERE professional = ?"
                        + " AND idempotency_key IN (SELECT idempotency_key FROM act WHERE professional = ?)",
                from,
                to);
        sql.execute("UPDATE act SET professional = ? WHERE professional = ?", to, from);
    }

    @Override
    public void close() {
        opened.close();
    }

    /** Its versions are there, since both are written in one transaction. */
    private static StoredDossier dossier(ResultSet row, Handle sql) throws SQLException {
        var professional = row.getString("professional");
        var versions = "SELECT " + VERSION_COLUMNS + " FROM dossier_version WHERE dossier = ? ORDER BY number";
        var all = sql.select(versions, row.getLong("id"))
                .map((version, context) -> version(version, professional))
                .list();
        return new StoredDossier(number(row), row.getInt("revision"), new Dossier(professional, all));
    }

    private static Version version(ResultSet row, String professional) throws SQLException {
        var hash = row.getString("proof_hash");
        return new Version(
                row.getInt("number"),
                declaration(row.getString("content")),
                State.valueOf(row.getString("state")),
                instant(row, "changed_at").orElseThrow(),
                instant(row, "proof_at").map(at -> new Proof(at, hash, professional)),
                instant(row, "confirmed_at"),
                Optional.ofNullable(row.getString("reason")).map(WithdrawalReason::valueOf));
    }

    private static Declaration declaration(String content) {
        try {
            return DeclarationDocument.read(content.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("a row holds no declaration", e);
        }
    }

    private static SubmittedDeclaration handOver(ResultSet row, StatementContext context) throws SQLException {
        var receipt = new Receipt(number(row), instant(row, "proof_at").orElseThrow(), row.getString("proof_hash"));
        var findings = findings(row.getString("findings"));
        return new SubmittedDeclaration(receipt, row.getInt("revision"), row.getString("content"), findings);
    }

    private static List<Finding> findings(String json) {
        try {
            return List.of(DeclarationJson.readTolerantly(json.getBytes(StandardCharsets.UTF_8), Finding[].class));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("a row holds no findings", e);
        }
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Instant.class));
    }

    private static String number(ResultSet row) throws SQLException {
        return number(row.getInt("begun_in"), row.getLong("id"));
    }

    /** Such as {@code SF-2026-0000042}: the year in which it was begun, in UTC, and the row. */
    private static String number(int year, long id) {
        return String.format(Locale.ROOT, "SF-%d-%07d", year, id);
    }

    /** The row of that number, if its year is right; that of a text of another shape is no row. */
    private static long id(String number) {
        return NUMBER.matcher(number).matches() ? Long.parseLong(number.substring(8)) : 0;
    }

    private <T, X extends Exception> T transaction(HandleCallback<T, X> work) throws X {
        try {
            return jdbi.inTransaction(work);
        } catch (JdbiException e) {
            throw new StoreException(e.getCause() instanceof SQLException cause ? cause : new SQLException());
        }
    }

    /** The database failed. Neither message nor cause of the database is kept: both may quote a row. */
    public static final class StoreException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoreException(SQLException cause) {
            super("the database cannot do it, SQL state " + cause.getSQLState() + ", error " + cause.getErrorCode());
            setStackTrace(cause.getStackTrace());
        }
    }

    /**
     * A confirmation or a withdrawal of a declaration, as it was asked for.
     *
     * @param key the caller's name for it; the same key again means the same request again
     * @param what such as {@code withdrawal closed}; must be the same when the key is used again
     */
    record Act(String key, String number, String what) {}

    /**
     * The result of a hand-over.
     *
     * @param stored what the database holds under that key now
     */
    public record IdempotentResult(How how, SubmittedDeclaration stored) {
        /** There was something under that key before. */
        static IdempotentResult repeated(SubmittedDeclaration before, boolean isSame) {
            return new IdempotentResult(isSame ? How.REPEATED : How.CONFLICT, before);
        }

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
