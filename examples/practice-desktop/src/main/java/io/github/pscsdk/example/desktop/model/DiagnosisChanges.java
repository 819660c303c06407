package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.diagnostic.Diagnostic;
import java.util.List;

/**
 * The differences between the findings of two health checks. The same problem at the same place is the same finding, whatever its facts: the
 * seconds by which a clock is wrong are others each time.
 *
 * @param gone found then, not now
 * @param appeared found now, not then
 * @param kept found both times, as they are now
 */
public record DiagnosisChanges(List<Diagnostic> gone, List<Diagnostic> appeared, List<Diagnostic> kept) {
    public DiagnosisChanges {
        gone = List.copyOf(gone);
        appeared = List.copyOf(appeared);
        kept = List.copyOf(kept);
    }

    static DiagnosisChanges between(Diagnosis before, Diagnosis now) {
        return new DiagnosisChanges(found(before, now, false), found(now, before, false), found(now, before, true));
    }

    /** Whether both found the same. */
    public boolean isNothing() {
        return gone.isEmpty() && appeared.isEmpty();
    }

    /** The findings of one check that the other has, or lacks. */
    private static List<Diagnostic> found(Diagnosis one, Diagnosis other, boolean there) {
        return one.examinations().stream()
                .flatMap(place -> place.findings().stream().filter(finding -> isAt(place, finding, other) == there))
                .toList();
    }

    private static boolean isAt(Examination place, Diagnostic finding, Diagnosis look) {
        return look.examinations().stream()
                .filter(examination -> examination.subject() == place.subject())
                .filter(examination -> examination.authenticatorId().equals(place.authenticatorId()))
                .flatMap(examination -> examination.findings().stream())
                .anyMatch(
                        found -> found.problem().code().equals(finding.problem().code()));
    }
}
