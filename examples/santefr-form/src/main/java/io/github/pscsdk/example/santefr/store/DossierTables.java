package io.github.pscsdk.example.santefr.store;

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
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.santefr.store.DossierException.StaleRevisionException;
import io.github.pscsdk.example.santefr.store.StoredDeclaration.Receipt;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The statements on the tables of {@code schema.sql}, on one connection; its user commits. A hand-over is a version of
 * a dossier, with the key under which it came: what the public has seen never changes.
 */
record DossierTables(Connection connection) {
    private static final String DOSSIERS = "SELECT id, begun_in, professional, revision FROM dossier WHERE ";
    private static final String VERSION_COLUMNS =
            "dossier, number, state, changed_at, content, proof_at, proof_hash, confirmed_at, reason";
    private static final String HAND_OVERS =
            "SELECT d.id, d.begun_in, h.revision, h.findings, v.proof_at, v.proof_hash, v.content FROM hand_over h"
                    + " JOIN dossier d ON d.id = h.dossier"
                    + " JOIN dossier_version v ON v.dossier = h.dossier AND v.number = h.version"
                    + " WHERE h.professional = ? AND ";

    Optional<StoredDossier> find(String number, String professional) throws SQLException {
        var named = DossierNumber.of(number);
        var sql = DOSSIERS + "id = ? AND begun_in = ? AND professional = ?";
        return first(select(sql, this::dossier, named.id(), named.year(), professional));
    }

    /** The newest first. */
    List<StoredDossier> all(String professional) throws SQLException {
        return select(DOSSIERS + "professional = ? ORDER BY id DESC", this::dossier, professional);
    }

    /** How many were begun and never handed over, nor withdrawn. */
    int drafts(String professional) throws SQLException {
        var sql =
                "SELECT COUNT(*) FROM dossier d WHERE d.professional = ? AND NOT EXISTS (SELECT 1 FROM dossier_version v"
                        + " WHERE v.dossier = d.id AND v.state <> 'DRAFT')";
        return select(sql, row -> row.getInt(1), professional).get(0);
    }

    StoredDossier insert(Dossier dossier) throws SQLException {
        var year = DossierNumber.yearOf(dossier.latest().changedAt());
        var sql = "INSERT INTO dossier (begun_in, professional, revision) VALUES (?, ?, 1)";
        var number = new DossierNumber(year, insert(sql, year, dossier.professional()));
        write(number.id(), dossier.versions(), List.of());
        return new StoredDossier(number.text(), 1, dossier);
    }

    /** Takes the place of a revision, unless another has done so. */
    StoredDossier replace(StoredDossier before, Dossier after) throws SQLException, StaleRevisionException {
        var id = DossierNumber.of(before.number()).id();
        var sql = "UPDATE dossier SET revision = revision + 1 WHERE id = ? AND revision = ?";
        if (update(sql, id, before.revision()) == 0) {
            throw new StaleRevisionException();
        }
        write(id, after.versions(), before.dossier().versions());
        return new StoredDossier(before.number(), before.revision() + 1, after);
    }

    /** Writes the versions that are not there so. */
    private void write(long id, List<Version> versions, List<Version> before) throws SQLException {
        for (var version : versions) {
            if (!before.contains(version)) {
                update(
                        "MERGE INTO dossier_version (" + VERSION_COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        id,
                        version.number(),
                        version.state().name(),
                        column(version.changedAt()),
                        DeclarationDocument.canonical(version.content()),
                        version.proof().map(proof -> column(proof.at())).orElse(null),
                        version.proof().map(Proof::hash).orElse(null),
                        version.confirmedAt().map(DossierTables::column).orElse(null),
                        version.reason().map(Enum::name).orElse(null));
            }
        }
    }

    /** Its versions are there, since both are written in one transaction. */
    private StoredDossier dossier(ResultSet row) throws SQLException {
        var professional = row.getString("professional");
        var sql = "SELECT " + VERSION_COLUMNS + " FROM dossier_version WHERE dossier = ? ORDER BY number";
        var versions = select(sql, version -> version(version, professional), row.getLong("id"));
        return new StoredDossier(number(row), row.getInt("revision"), new Dossier(professional, versions));
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

    Optional<StoredDeclaration> underKey(String professional, String key) throws SQLException {
        return first(select(HAND_OVERS + "h.idempotency_key = ?", DossierTables::handOver, professional, key));
    }

    /** The last hand-over of a dossier. */
    Optional<StoredDeclaration> handedOver(String number, String professional) throws SQLException {
        var named = DossierNumber.of(number);
        var sql = HAND_OVERS + "d.id = ? AND d.begun_in = ? ORDER BY h.id DESC";
        return first(select(sql, DossierTables::handOver, professional, named.id(), named.year()));
    }

    /** Keeps that the latest version of a dossier was handed over, by the revision that the caller saw. */
    StoredDeclaration insert(String number, int revision, NewHandOver handOver) throws SQLException {
        var version = handOver.dossier().latest();
        insert(
                "INSERT INTO hand_over (dossier, version, revision, professional, idempotency_key, findings)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                DossierNumber.of(number).id(),
                version.number(),
                revision,
                handOver.dossier().professional(),
                handOver.key(),
                new String(DeclarationJson.write(handOver.findings()), StandardCharsets.UTF_8));
        var proof = version.proof().orElseThrow();
        var content = DeclarationDocument.canonical(version.content());
        return new StoredDeclaration(
                new Receipt(number, proof.at(), proof.hash()), revision, content, handOver.findings());
    }

    private static StoredDeclaration handOver(ResultSet row) throws SQLException {
        var receipt = new Receipt(number(row), instant(row, "proof_at").orElseThrow(), row.getString("proof_hash"));
        var findings = findings(row.getString("findings"));
        return new StoredDeclaration(receipt, row.getInt("revision"), row.getString("content"), findings);
    }

    private static List<Finding> findings(String json) {
        try {
            var findings = new ArrayList<Finding>();
            for (var told : DeclarationJson.readTolerantly(json.getBytes(StandardCharsets.UTF_8))) {
                findings.add(new Finding(
                        told.path("rule").asText(),
                        Severity.valueOf(told.path("severity").asText()),
                        told.path("field").asText(),
                        told.path("fr").asText(),
                        told.path("en").asText()));
            }
            return findings;
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("a row holds no findings", e);
        }
    }

    Optional<DossierAction> action(String professional, String key) throws SQLException {
        var sql = "SELECT d.id, d.begun_in, a.what FROM act a JOIN dossier d ON d.id = a.dossier"
                + " WHERE a.professional = ? AND a.idempotency_key = ?";
        return first(select(sql, row -> new DossierAction(key, number(row), row.getString("what")), professional, key));
    }

    void insert(String professional, DossierAction action) throws SQLException {
        var sql = "INSERT INTO act (professional, idempotency_key, dossier, what) VALUES (?, ?, ?, ?)";
        update(
                sql,
                professional,
                action.key(),
                DossierNumber.of(action.number()).id(),
                action.what());
    }

    /**
     * Gives what one owner has to another. Hand-overs stay as they were, their receipts included. Of keys that both
     * have used, those of {@code to} count.
     */
    void move(String from, String to) throws SQLException {
        update("UPDATE dossier SET professional = ? WHERE professional = ?", to, from);
        update(
                "UPDATE hand_over SET idempotency_key = 'moved ' || CAST(id AS VARCHAR(20)) WHERE professional = ?"
                        + " AND idempotency_key IN (SELECT idempotency_key FROM hand_over WHERE professional = ?)",
                from,
                to);
        update("UPDATE hand_over SET professional = ? WHERE professional = ?", to, from);
        update(
                "DELETE FROM act WHERE professional = ?"
                        + " AND idempotency_key IN (SELECT idempotency_key FROM act WHERE professional = ?)",
                from,
                to);
        update("UPDATE act SET professional = ? WHERE professional = ?", to, from);
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> select(String sql, Row<T> reader, Object... values) throws SQLException {
        try (var statement = prepared(connection.prepareStatement(sql), values);
                var rows = statement.executeQuery()) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }

    /** How many rows were changed. */
    private int update(String sql, Object... values) throws SQLException {
        try (var statement = prepared(connection.prepareStatement(sql), values)) {
            return statement.executeUpdate();
        }
    }

    /** The primary key of the row that was inserted. */
    private long insert(String sql, Object... values) throws SQLException {
        try (var statement = prepared(connection.prepareStatement(sql, new String[] {"ID"}), values)) {
            statement.executeUpdate();
            try (var keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static PreparedStatement prepared(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static <T> Optional<T> first(List<T> all) {
        return all.stream().findFirst();
    }

    private static String number(ResultSet row) throws SQLException {
        return new DossierNumber(row.getInt("begun_in"), row.getLong("id")).text();
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /**
     * The name of a declaration for professionals: the year in which it was begun, and the row.
     *
     * @param year in UTC
     * @param id of the row
     */
    record DossierNumber(int year, long id) {
        private static final Pattern SHAPE = Pattern.compile("SF-(\\d{4})-(\\d{7,18})");

        /** The number of no row. */
        private static final DossierNumber NONE = new DossierNumber(0, 0);

        static int yearOf(Instant begun) {
            return begun.atOffset(ZoneOffset.UTC).getYear();
        }

        /** The number in that text; a text of another shape is that of no row. */
        static DossierNumber of(String text) {
            var shape = SHAPE.matcher(text);
            return shape.matches()
                    ? new DossierNumber(Integer.parseInt(shape.group(1)), Long.parseLong(shape.group(2)))
                    : NONE;
        }

        /** Such as {@code SF-2026-0000042}. */
        String text() {
            return String.format(Locale.ROOT, "SF-%d-%07d", year, id);
        }
    }
}
