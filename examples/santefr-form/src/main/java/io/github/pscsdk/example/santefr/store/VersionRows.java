package io.github.pscsdk.example.santefr.store;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.lifecycle.Version;
import io.github.pscsdk.example.declaration.lifecycle.Version.Proof;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements on the versions of dossiers, on one connection; its user commits. */
final class VersionRows {
    private static final String COLUMNS =
            "number, state, changed_at, content, proof_at, proof_hash, confirmed_at, reason";

    private final Connection connection;

    VersionRows(Connection connection) {
        this.connection = connection;
    }

    /** The dossier of that row; its versions are there, since both are written in one transaction. */
    Dossier dossier(long id, String professional) throws SQLException {
        var sql = "SELECT " + COLUMNS + " FROM dossier_version WHERE dossier = ? ORDER BY number";
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
    void write(long id, List<Version> versions, List<Version> before) throws SQLException {
        for (var version : versions) {
            if (!before.contains(version)) {
                delete(id, version.number());
                insert(id, version);
            }
        }
    }

    private void delete(long id, int number) throws SQLException {
        try (var statement =
                connection.prepareStatement("DELETE FROM dossier_version WHERE dossier = ? AND number = ?")) {
            statement.setLong(1, id);
            statement.setInt(2, number);
            statement.executeUpdate();
        }
    }

    private void insert(long id, Version version) throws SQLException {
        var sql = "INSERT INTO dossier_version (dossier, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
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
                    8, version.confirmedAt().map(VersionRows::column).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
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
