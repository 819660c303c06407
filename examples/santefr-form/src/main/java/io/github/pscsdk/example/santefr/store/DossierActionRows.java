package io.github.pscsdk.example.santefr.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The statements on acts, on one connection; its user commits. */
final class DossierActionRows {
    private final Connection connection;

    DossierActionRows(Connection connection) {
        this.connection = connection;
    }

    Optional<DossierAction> find(String professional, String key) throws SQLException {
        var sql = "SELECT d.begun_in, a.dossier, a.what FROM act a JOIN dossier d ON d.id = a.dossier"
                + " WHERE a.professional = ? AND a.idempotency_key = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, professional);
            statement.setString(2, key);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                var number = new DossierNumber(rows.getInt("begun_in"), rows.getLong("dossier"));
                return Optional.of(new DossierAction(key, number.text(), rows.getString("what")));
            }
        }
    }

    void insert(String professional, DossierAction action) throws SQLException {
        var sql = "INSERT INTO act (professional, idempotency_key, dossier, what) VALUES (?, ?, ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, professional);
            statement.setString(2, action.key());
            statement.setLong(
                    3, DossierNumber.read(action.number()).orElseThrow().id());
            statement.setString(4, action.what());
            statement.executeUpdate();
        }
    }
}
