package io.github.pscsdk.example.santefr.store;

import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.santefr.store.StoredDeclaration.Receipt;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements on hand-overs, on one connection; its user commits. */
final class HandOverRows {
    private static final String SELECT =
            "SELECT h.id, h.dossier, d.begun_in, h.revision, h.received_at, h.hash, h.content"
                    + " FROM hand_over h JOIN dossier d ON d.id = h.dossier WHERE h.professional = ? AND ";

    private final Connection connection;

    HandOverRows(Connection connection) {
        this.connection = connection;
    }

    Optional<StoredDeclaration> find(String professional, String key) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + "h.idempotency_key = ?")) {
            statement.setString(1, professional);
            statement.setString(2, key);
            return first(statement.executeQuery());
        }
    }

    /** The last of a dossier. */
    Optional<StoredDeclaration> last(DossierNumber number, String professional) throws SQLException {
        var sql = SELECT + "h.dossier = ? AND d.begun_in = ? ORDER BY h.id DESC";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, professional);
            statement.setLong(2, number.id());
            statement.setInt(3, number.year());
            return first(statement.executeQuery());
        }
    }

    /** Keeps that the latest version of a dossier was handed over, by the revision that the caller saw. */
    StoredDeclaration insert(String number, int revision, Dossier dossier, String key, List<Finding> findings)
            throws SQLException {
        var proof = dossier.latest().proof().orElseThrow();
        var content = DeclarationDocument.canonical(dossier.latest().content());
        var sql = "INSERT INTO hand_over (dossier, revision, professional, idempotency_key, received_at, hash, content)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)";
        try (var statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            statement.setLong(1, DossierNumber.read(number).orElseThrow().id());
            statement.setInt(2, revision);
            statement.setString(3, dossier.professional());
            statement.setString(4, key);
            statement.setObject(5, DossierRows.column(proof.at()));
            statement.setString(6, proof.hash());
            statement.setString(7, content);
            statement.executeUpdate();
            insertFindings(Database.generatedKey(statement), findings);
        }
        var receipt = new Receipt(number, proof.at(), proof.hash());
        return new StoredDeclaration(receipt, revision, content, findings);
    }

    private void insertFindings(long handOver, List<Finding> findings) throws SQLException {
        var sql = "INSERT INTO hand_over_finding (hand_over, position, rule, severity, field, fr, en)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < findings.size(); i++) {
                var finding = findings.get(i);
                statement.setLong(1, handOver);
                statement.setInt(2, i);
                statement.setString(3, finding.rule());
                statement.setString(4, finding.severity().name());
                statement.setString(5, finding.field());
                statement.setString(6, finding.fr());
                statement.setString(7, finding.en());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private Optional<StoredDeclaration> first(ResultSet found) throws SQLException {
        try (var rows = found) {
            return rows.next() ? Optional.of(stored(rows)) : Optional.empty();
        }
    }

    private StoredDeclaration stored(ResultSet row) throws SQLException {
        var number = new DossierNumber(row.getInt("begun_in"), row.getLong("dossier"));
        var receivedAt = row.getObject("received_at", OffsetDateTime.class).toInstant();
        var receipt = new Receipt(number.text(), receivedAt, row.getString("hash"));
        return new StoredDeclaration(
                receipt, row.getInt("revision"), row.getString("content"), findings(row.getLong("id")));
    }

    private List<Finding> findings(long handOver) throws SQLException {
        var sql = "SELECT rule, severity, field, fr, en FROM hand_over_finding WHERE hand_over = ? ORDER BY position";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, handOver);
            try (var rows = statement.executeQuery()) {
                var findings = new ArrayList<Finding>();
                while (rows.next()) {
                    findings.add(new Finding(
                            rows.getString("rule"),
                            Severity.valueOf(rows.getString("severity")),
                            rows.getString("field"),
                            rows.getString("fr"),
                            rows.getString("en")));
                }
                return findings;
            }
        }
    }
}
