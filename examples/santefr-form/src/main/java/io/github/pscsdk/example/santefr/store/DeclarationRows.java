package io.github.pscsdk.example.santefr.store;

import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Severity;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The statements on one connection; its user commits. */
final class DeclarationRows {
    private static final String SELECT = "SELECT id, number, received_at, hash, content FROM declaration WHERE ";

    private final Connection connection;

    DeclarationRows(Connection connection) {
        this.connection = connection;
    }

    Optional<StoredDeclaration> find(String professional, String idempotencyKey) throws SQLException {
        return select(SELECT + "professional = ? AND idempotency_key = ?", professional, idempotencyKey);
    }

    Optional<StoredDeclaration> findByNumber(String number, String professional) throws SQLException {
        return select(SELECT + "number = ? AND professional = ?", number, professional);
    }

    StoredDeclaration insert(Submission submission, String hash, Instant receivedAt) throws SQLException {
        var id = nextId();
        var year = receivedAt.atOffset(ZoneOffset.UTC).getYear();
        var receipt = new Receipt(String.format(Locale.ROOT, "SF-%d-%07d", year, id), receivedAt, hash);
        var sql = "INSERT INTO declaration (id, number, professional, idempotency_key, received_at, hash, content)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.setString(2, receipt.number());
            statement.setString(3, submission.professional());
            statement.setString(4, submission.idempotencyKey());
            statement.setObject(5, receivedAt.atOffset(ZoneOffset.UTC));
            statement.setString(6, hash);
            statement.setString(7, submission.content());
            statement.executeUpdate();
        }
        insertFindings(id, submission.findings());
        return new StoredDeclaration(receipt, submission.content(), submission.findings());
    }

    private long nextId() throws SQLException {
        try (var statement = connection.prepareStatement("SELECT NEXT VALUE FOR declaration_number");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void insertFindings(long declaration, List<Finding> findings) throws SQLException {
        var sql = "INSERT INTO finding (declaration, position, rule, severity, field, fr, en)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < findings.size(); i++) {
                var finding = findings.get(i);
                statement.setLong(1, declaration);
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

    private Optional<StoredDeclaration> select(String sql, String first, String second) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, first);
            statement.setString(2, second);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(stored(rows)) : Optional.empty();
            }
        }
    }

    private StoredDeclaration stored(ResultSet row) throws SQLException {
        var receivedAt = row.getObject("received_at", OffsetDateTime.class).toInstant();
        var receipt = new Receipt(row.getString("number"), receivedAt, row.getString("hash"));
        return new StoredDeclaration(receipt, row.getString("content"), findings(row.getLong("id")));
    }

    private List<Finding> findings(long declaration) throws SQLException {
        var sql = "SELECT rule, severity, field, fr, en FROM finding WHERE declaration = ? ORDER BY position";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, declaration);
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
