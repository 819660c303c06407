package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.command.internal.json.Json;
import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The difference between two diagnoses; {@code kept} are as they are now. */
record DiagnosisChanges(List<SeenFinding> gone, List<SeenFinding> appeared, List<SeenFinding> kept) {
    /**
     * A finding of a diagnosis that was written down.
     *
     * @param where the subject of the examination and, of an authenticator, its id
     */
    record SeenFinding(String where, String code, String title) {
        /** Whether it is the same trouble in the same place: titles may differ. */
        private boolean isIn(List<SeenFinding> all) {
            return all.stream().anyMatch(other -> where.equals(other.where) && Objects.equals(code, other.code));
        }
    }

    private record Document(List<Examined> examinations) {}

    private record Examined(String subject, Optional<String> authenticator, List<Written> findings) {
        Examined {
            findings = findings == null ? List.of() : findings;
        }
    }

    private record Written(String code, String title) {}

    /** The findings of a document that {@code psc doctor --json} wrote, in their order. */
    static List<SeenFinding> read(String document) throws PscException {
        var examinations = Json.read(document, Document.class)
                .map(Document::examinations)
                .orElseThrow(() -> new PscException(
                        CommandLineProblem.DIAGNOSIS_UNREADABLE, "no diagnosis: it has no examinations"));
        return examinations.stream()
                .flatMap(examined -> examined.findings.stream()
                        .map(finding -> new SeenFinding(
                                examined.subject
                                        + examined.authenticator
                                                .map(id -> " " + id)
                                                .orElse(""),
                                finding.code,
                                finding.title)))
                .toList();
    }

    static DiagnosisChanges between(List<SeenFinding> before, List<SeenFinding> after) {
        return new DiagnosisChanges(
                before.stream().filter(one -> !one.isIn(after)).toList(),
                after.stream().filter(one -> !one.isIn(before)).toList(),
                after.stream().filter(one -> one.isIn(before)).toList());
    }

    boolean isNothing() {
        return gone.isEmpty() && appeared.isEmpty();
    }

    /** For a person: mended first. */
    List<String> lines(Texts texts) {
        if (isNothing()) {
            return List.of(texts.get("doctor.changes.none", kept.size()));
        }
        var lines = new ArrayList<String>();
        gone.forEach(one -> lines.add(texts.get("doctor.changes.gone", one.code, one.title)));
        appeared.forEach(one -> lines.add(texts.get("doctor.changes.appeared", one.code, one.title)));
        lines.add(texts.get("doctor.changes.kept", kept.size()));
        return lines;
    }
}
