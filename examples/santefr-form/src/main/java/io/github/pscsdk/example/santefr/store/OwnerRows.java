package io.github.pscsdk.example.santefr.store;

import java.sql.Connection;
import java.sql.SQLException;

/** The statements that give what one owner has to another, on one connection; its user commits. */
final class OwnerRows {
    private final Connection connection;

    OwnerRows(Connection connection) {
        this.connection = connection;
    }

    /** What was handed over stays as it was, its receipts included. Of keys that both have used, those of {@code to} count. */
    void move(String from, String to) throws SQLException {
        run("UPDATE dossier SET professional = ? WHERE professional = ?", to, from);
        run(
                "UPDATE hand_over SET idempotency_key = 'moved ' || CAST(id AS VARCHAR(20)) WHERE professional = ?"
                        + " AND idempotency_key IN (SELECT idempotency_key FROM hand_over WHERE professional = ?)",
                from,
                to);
        run("UPDATE hand_over SET professional = ? WHERE professional = ?", to, from);
        run(
                "DELETE FROM act WHERE professional = ?"
                        + " AND idempotency_key IN (SELECT idempotency_key FROM act WHERE professional = ?)",
                from,
                to);
        run("UPDATE act SET professional = ? WHERE professional = ?", to, from);
    }

    private void run(String sql, String first, String second) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, first);
            statement.setString(2, second);
            statement.executeUpdate();
        }
    }
}
