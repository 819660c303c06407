package io.github.pscsdk.example.santefr.store;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.lifecycle.Version;
import io.github.pscsdk.example.declaration.lifecycle.Version.Proof;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.santefr.store.DossierStore.StaleRevisionException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements on dossiers and their versions, on one connection; its user commits. */
final class DossierRows {
    private static final String VERSION_COLUMNS =
            "number, state, changed_at, content, proof_at, proof_hash, confirmed_at, reason";
    private static final String SELECT = "SELECT id, begun_in, professional, revision FROM dossier WHERE ";

    private final Connection connection;

    DossierRows(Connection connection) {
        this.connection = connection;
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
            var number = new DossierNumber(year, Database.generatedKey(statement));
            write(number.id(), dossier.versions(), List.of());
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
        write(id, after.versions(), before.dossier().versions());
        return new StoredDossier(before.number(), before.revision() + 1, after);
    }

    private StoredDossier kept(ResultSet row) throws SQLException {
        var number = new DossierNumber(row.getInt("begun_in"), row.getLong("id"));
        var dossier = dossier(number.id(), row.getString("professional"));
        return new StoredDossier(number.text(), row.getInt("revision"), dossier);
    }

    /** The dossier of that row; its versions are there, since both are written in one transaction. */
    private Dossier dossier(long id, String professional) throws SQLException {
        var sql = "SELECT " + VERSION_COLUMNS + " FROM dossier_version WHERE dossier = ? ORDER BY number";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            try (var rows = statement.executeQuery()) {
                var versions = new ArrayList<Version>();
                while (rows.next()) {
                    versions.add(version(rows, professional));
                }
                return new Dossier(professional, versions);
            }
        }
    }

    /** Writes the versions that another dossier does not have so. */
    private void write(long id, List<Version> versions, List<Version> before) throws SQLException {
        for (var version : versions) {
            if (!before.contains(version)) {
                if (before.stream().anyMatch(former -> former.number() == version.number())) {
                    deleteVersion(id, version.number());
                }
                insertVersion(id, version);
            }
        }
    }

    private void deleteVersion(long id, int number) throws SQLException {
        try (var statement =
                connection.prepareStatement("DELETE FROM dossier_version WHERE dossier = ? AND number = ?")) {
            statement.setLong(1, id);
            statement.setInt(2, number);
            statement.executeUpdate();
        }
    }

    private void insertVersion(long id, Version version) throws SQLException {
        var sql = "INSERT INTO dossier_version (dossier, " + VERSION_COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.setInt(2, version.number());
            statement.setString(3, version.state().name());
            statement.setObject(4, column(version.changedAt()));
            statement.setString(5, DeclarationDocument.canonical(version.content()));
            statement.setObject(
                    6, version.proof().map(proof -> column(proof.at())).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setString(7, version.proof().map(Proof::hash).orElse(null));
            statement.setObject(
                    8, version.confirmedAt().map(DossierRows::column).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setString(9, version.reason().map(Enum::name).orElse(null));
            statement.executeUpdate();
        }
    }

    private static Version version(ResultSet row, String professional) throws SQLException {
        var proof = instant(row, "proof_at");
        var hash = row.getString("proof_hash");
        return new Version(
                row.getInt("number"),
                declaration(row.getString("content")),
                State.valueOf(row.getString("state")),
                instant(row, "changed_at").orElseThrow(),
                proof.map(at -> new Proof(at, hash, professional)),
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

    static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
