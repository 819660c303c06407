package io.github.pscsdk.example.santefr.store;

import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements on dossiers, on one connection; its user commits. */
final class DossierRows {
    private static final String SELECT = "SELECT id, begun_in, professional, revision FROM dossier WHERE ";

    private final Connection connection;
    private final VersionRows versions;

    DossierRows(Connection connection) {
        this.connection = connection;
        this.versions = new VersionRows(connection);
    }

    Optional<StoredDossier> find(DossierNumber number, String professional) throws SQLException {
        var sql = SELECT + "id = ? AND begun_in = ? AND professional = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, number.id());
            statement.setInt(2, number.year());
            statement.setString(3, professional);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(kept(rows)) : Optional.empty();
            }
        }
    }

    /** The newest first. */
    List<StoredDossier> all(String professional) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + "professional = ? ORDER BY id DESC")) {
            statement.setString(1, professional);
            try (var rows = statement.executeQuery()) {
                var all = new ArrayList<StoredDossier>();
                while (rows.next()) {
                    all.add(kept(rows));
                }
                return all;
            }
        }
    }

    /** How many were begun and never handed over, nor withdrawn. */
    int drafts(String professional) throws SQLException {
        var sql =
                "SELECT COUNT(*) FROM dossier d WHERE d.professional = ? AND NOT EXISTS (SELECT 1 FROM dossier_version v"
                        + " WHERE v.dossier = d.id AND v.state NOT IN (?, ?))";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, professional);
            statement.setString(2, State.DRAFT.name());
            statement.setString(3, State.VALIDATED.name());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    StoredDossier insert(Dossier dossier) throws SQLException {
        var year = DossierNumber.yearOf(dossier.latest().changedAt());
        var sql = "INSERT INTO dossier (begun_in, professional, revision) VALUES (?, ?, 1)";
        try (var statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            statement.setInt(1, year);
            statement.setString(2, dossier.professional());
            statement.executeUpdate();
            var number = new DossierNumber(year, GeneratedKeys.generated(statement));
            versions.write(number.id(), dossier.versions(), List.of());
            return new StoredDossier(number.text(), 1, dossier);
        }
    }

    /** Takes the place of a revision, unless another has done so. */
    StoredDossier replace(StoredDossier before, Dossier after) throws SQLException, StaleRevisionException {
        var id = DossierNumber.read(before.number()).orElseThrow().id();
        var sql = "UPDATE dossier SET revision = revision + 1 WHERE id = ? AND revision = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.setInt(2, before.revision());
            if (statement.executeUpdate() == 0) {
                throw new StaleRevisionException();
            }
        }
        versions.write(id, after.versions(), before.dossier().versions());
        return new StoredDossier(before.number(), before.revision() + 1, after);
    }

    private StoredDossier kept(ResultSet row) throws SQLException {
        var number = new DossierNumber(row.getInt("begun_in"), row.getLong("id"));
        var dossier = versions.dossier(number.id(), row.getString("professional"));
        return new StoredDossier(number.text(), row.getInt("revision"), dossier);
    }
}
