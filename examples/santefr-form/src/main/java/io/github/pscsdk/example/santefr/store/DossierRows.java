package io.github.pscsdk.example.santefr.store;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.lifecycle.Version;
import io.github.pscsdk.example.declaration.lifecycle.Version.Proof;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.santefr.store.DossierException.StaleRevisionException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The statements on dossiers and their versions. */
record DossierRows(SqlStatements statements) {
    private static final String SELECT = "SELECT id, begun_in, professional, revision FROM dossier WHERE ";
    private static final String VERSION_COLUMNS =
            "number, state, changed_at, content, proof_at, proof_hash, confirmed_at, reason";

    Optional<StoredDossier> find(DossierNumber number, String professional) throws SQLException {
        var sql = SELECT + "id = ? AND begun_in = ? AND professional = ?";
        return statements.select(sql, this::dossier, number.id(), number.year(), professional).stream()
                .findFirst();
    }

    /** The newest first. */
    List<StoredDossier> all(String professional) throws SQLException {
        return statements.select(SELECT + "professional = ? ORDER BY id DESC", this::dossier, professional);
    }

    /** How many were begun and never handed over, nor withdrawn. */
    int drafts(String professional) throws SQLException {
        var sql =
                "SELECT COUNT(*) FROM dossier d WHERE d.professional = ? AND NOT EXISTS (SELECT 1 FROM dossier_version v"
                        + " WHERE v.dossier = d.id AND v.state <> 'DRAFT')";
        return statements.select(sql, row -> row.getInt(1), professional).get(0);
    }

    StoredDossier insert(Dossier dossier) throws SQLException {
        var year = DossierNumber.yearOf(dossier.latest().changedAt());
        var sql = "INSERT INTO dossier (begun_in, professional, revision) VALUES (?, ?, 1)";
        var number = new DossierNumber(year, statements.insert(sql, year, dossier.professional()));
        write(number.id(), dossier.versions(), List.of());
        return new StoredDossier(number.text(), 1, dossier);
    }

    /** Takes the place of a revision, unless another has done so. */
    StoredDossier replace(StoredDossier before, Dossier after) throws SQLException, StaleRevisionException {
        var id = DossierNumber.read(before.number()).orElseThrow().id();
        var sql = "UPDATE dossier SET revision = revision + 1 WHERE id = ? AND revision = ?";
        if (statements.update(sql, id, before.revision()) == 0) {
            throw new StaleRevisionException();
        }
        write(id, after.versions(), before.dossier().versions());
        return new StoredDossier(before.number(), before.revision() + 1, after);
    }

    /** Its versions are there, since both are written in one transaction. */
    private StoredDossier dossier(ResultSet row) throws SQLException {
        var number = new DossierNumber(row.getInt("begun_in"), row.getLong("id"));
        var professional = row.getString("professional");
        var sql = "SELECT " + VERSION_COLUMNS + " FROM dossier_version WHERE dossier = ? ORDER BY number";
        var versions = statements.select(sql, version -> version(version, professional), number.id());
        return new StoredDossier(number.text(), row.getInt("revision"), new Dossier(professional, versions));
    }

    /** Writes the versions that are not there so. */
    private void write(long id, List<Version> versions, List<Version> before) throws SQLException {
        for (var version : versions) {
            if (!before.contains(version)) {
                statements.update("DELETE FROM dossier_version WHERE dossier = ? AND number = ?", id, version.number());
                statements.update(
                        "INSERT INTO dossier_version (dossier, " + VERSION_COLUMNS
                                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        id,
                        version.number(),
                        version.state().name(),
                        column(version.changedAt()),
                        DeclarationDocument.canonical(version.content()),
                        version.proof().map(proof -> column(proof.at())).orElse(null),
                        version.proof().map(Proof::hash).orElse(null),
                        version.confirmedAt().map(DossierRows::column).orElse(null),
                        version.reason().map(Enum::name).orElse(null));
            }
        }
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

    static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
