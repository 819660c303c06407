package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far the health check is, its findings, and what has changed since the one before. */
public final class HealthCheckModel extends ObservableModel {
    private final PscClient client;
    private final ModelThreads threads;
    private final List<Examination> ended = new ArrayList<>();
    private boolean examining;
    private Optional<Diagnosis> diagnosis = Optional.empty();
    private Optional<Changes> changes = Optional.empty();

    public HealthCheckModel(PscClient client, ModelThreads threads) {
        this.client = client;
        this.threads = threads;
    }

    /**
     * The differences between the findings of two health checks. A problem at the same place is the same finding,
     * whatever its facts: the seconds by which a clock is wrong are others each time.
     *
     * @param kept as they are now
     */
    public record Changes(List<Diagnostic> gone, List<Diagnostic> appeared, List<Diagnostic> kept) {
        public Changes {
            gone = List.copyOf(gone);
            appeared = List.copyOf(appeared);
            kept = List.copyOf(kept);
        }

        private static Changes between(Diagnosis before, Diagnosis now) {
            return new Changes(found(before, now, false), found(now, before, false), found(now, before, true));
        }

        /** The findings of one check that the other has, or lacks. */
        private static List<Diagnostic> found(Diagnosis one, Diagnosis other, boolean there) {
            return one.examinations().stream()
                    .flatMap(place -> place.findings().stream().filter(finding -> isAt(place, finding, other) == there))
                    .toList();
        }

        private static boolean isAt(Examination place, Diagnostic finding, Diagnosis other) {
            return other.examinations().stream()
                    .filter(examination -> examination.subject() == place.subject())
                    .filter(examination -> examination.authenticatorId().equals(place.authenticatorId()))
                    .flatMap(examination -> examination.findings().stream())
                    .anyMatch(found ->
                            found.problem().code().equals(finding.problem().code()));
        }
    }

    public boolean isExamining() {
        return examining;
    }

    /** The finished examinations of the running health check, or of the last one, in the order of their end. */
    public List<Examination> ended() {
        return List.copyOf(ended);
    }

    /** The last diagnosis; stays while the next health check runs. */
    public Optional<Diagnosis> diagnosis() {
        return diagnosis;
    }

    /** The findings of {@link #diagnosis()}; none before the first health check. */
    public List<Diagnostic> findings() {
        return diagnosis.map(Diagnosis::findings).orElse(List.of());
    }

    public Optional<Changes> changes() {
        return changes;
    }

    /** Starts a health check unless one is running; it takes some seconds where a device does not answer. */
    public void examine() {
        if (!examining) {
            examining = true;
            ended.clear();
            changed();
            threads.background().execute(this::look);
        }
    }

    private void look() {
        try {
            var found = client.diagnose(examination -> threads.window().execute(() -> {
                ended.add(examination);
                changed();
            }));
            threads.window().execute(() -> found(found));
        } catch (InterruptedException e) {
            // The program ends.
            Thread.currentThread().interrupt();
        }
    }

    private void found(Diagnosis now) {
        examining = false;
        changes = diagnosis.map(before -> Changes.between(before, now));
        diagnosis = Optional.of(now);
        changed();
    }
}
