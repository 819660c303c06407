package io.github.pscsdk.example.santefr.store;

import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.santefr.store.StoredDeclaration.Receipt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The statements on hand-overs and on other acts that software asks for, each under a key. */
record HandOverRows(SqlStatements statements) {
    private static final String SELECT =
            "SELECT h.id, h.dossier, d.begun_in, h.revision, h.received_at, h.hash, h.content"
                    + " FROM hand_over h JOIN dossier d ON d.id = h.dossier WHERE h.professional = ? AND ";

    Optional<StoredDeclaration> find(String professional, String key) throws SQLException {
        return statements.select(SELECT + "h.idempotency_key = ?", this::stored, professional, key).stream()
                .findFirst();
    }

    /** The last of a dossier. */
    Optional<StoredDeclaration> last(DossierNumber number, String professional) throws SQLException {
        var sql = SELECT + "h.dossier = ? AND d.begun_in = ? ORDER BY h.id DESC";
        return statements.select(sql, this::stored, professional, number.id(), number.year()).stream()
                .findFirst();
    }

    /** Keeps that the latest version of a dossier was handed over, by the revision that the caller saw. */
    StoredDeclaration insert(String number, int revision, Dossier dossier, String key, List<Finding> findings)
            throws SQLException {
        var proof = dossier.latest().proof().orElseThrow();
        var content = DeclarationDocument.canonical(dossier.latest().content());
        var id = statements.insert(
                "INSERT INTO hand_over (dossier, revision, professional, idempotency_key, received_at, hash, content)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                DossierNumber.read(number).orElseThrow().id(),
                revision,
                dossier.professional(),
                key,
                DossierRows.column(proof.at()),
                proof.hash(),
                content);
        for (var i = 0; i < findings.size(); i++) {
            var told = findings.get(i);
            statements.update(
                    "INSERT INTO hand_over_finding (hand_over, position, rule, severity, field, fr, en)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    i,
                    told.rule(),
                    told.severity().name(),
                    told.field(),
                    told.fr(),
                    told.en());
        }
        return new StoredDeclaration(new Receipt(number, proof.at(), proof.hash()), revision, content, findings);
    }

    private StoredDeclaration stored(ResultSet row) throws SQLException {
        var number = new DossierNumber(row.getInt("begun_in"), row.getLong("dossier"));
        var receivedAt = DossierRows.instant(row, "received_at").orElseThrow();
        var receipt = new Receipt(number.text(), receivedAt, row.getString("hash"));
        var sql = "SELECT rule, severity, field, fr, en FROM hand_over_finding WHERE hand_over = ? ORDER BY position";
        var findings = statements.select(sql, HandOverRows::finding, row.getLong("id"));
        return new StoredDeclaration(receipt, row.getInt("revision"), row.getString("content"), findings);
    }

    private static Finding finding(ResultSet row) throws SQLException {
        var severity = Severity.valueOf(row.getString("severity"));
        return new Finding(
                row.getString("rule"), severity, row.getString("field"), row.getString("fr"), row.getString("en"));
    }

    Optional<DossierAction> action(String professional, String key) throws SQLException {
        var sql = "SELECT d.begun_in, a.dossier, a.what FROM act a JOIN dossier d ON d.id = a.dossier"
                + " WHERE a.professional = ? AND a.idempotency_key = ?";
        return statements.select(sql, row -> action(row, key), professional, key).stream()
                .findFirst();
    }

    private static DossierAction action(ResultSet row, String key) throws SQLException {
        var number = new DossierNumber(row.getInt("begun_in"), row.getLong("dossier"));
        return new DossierAction(key, number.text(), row.getString("what"));
    }

    void insert(String professional, DossierAction action) throws SQLException {
        var sql = "INSERT INTO act (professional, idempotency_key, dossier, what) VALUES (?, ?, ?, ?)";
        var id = DossierNumber.read(action.number()).orElseThrow().id();
        statements.update(sql, professional, action.key(), id, action.what());
    }

    /**
     * Gives what one owner has to another. Hand-overs stay as they were, their receipts included. Of keys that both
     * have used, those of {@code to} count.
     */
    void move(String from, String to) throws SQLException {
        statements.update("UPDATE dossier SET professional = ? WHERE professional = ?", to, from);
        statements.update(
                "UPDATE hand_over SET idempotency_key = 'moved ' || CAST(id AS VARCHAR(20)) WHERE professional = ?"
                        + " AND idempotency_key IN (SELECT idempotency_key FROM hand_over WHERE professional = ?)",
                from,
                to);
        statements.update("UPDATE hand_over SET professional = ? WHERE professional = ?", to, from);
        statements.update(
                "DELETE FROM act WHERE professional = ?"
                        + " AND idempotency_key IN (SELECT idempotency_key FROM act WHERE professional = ?)",
                from,
                to);
        statements.update("UPDATE act SET professional = ? WHERE professional = ?", to, from);
    }
}
