package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far the health check is, what it found, and what has changed since the one before. */
public final class HealthCheckModel extends ObservableModel {
    private final PscClient client;
    private final ModelThreads threads;
    private final List<Examination> ended = new ArrayList<>();
    private boolean examining;
    private Optional<Diagnosis> diagnosis = Optional.empty();
    private Optional<DiagnosisChanges> changes = Optional.empty();

    public HealthCheckModel(PscClient client, ModelThreads threads) {
        this.client = client;
        this.threads = threads;
    }

    /** Whether a health check is running. */
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

    /** How the last diagnosis differs from the one before; empty after the first. */
    public Optional<DiagnosisChanges> changes() {
        return changes;
    }

    /** Starts a health check unless one is running; it takes some seconds where a device does not answer. */
    public void examine() {
        if (examining) {
            return;
        }
        examining = true;
        ended.clear();
        changed();
        threads.background().execute(this::look);
    }

    /** On the background thread. */
    private void look() {
        try {
            var found = client.diagnose(examination -> threads.window().execute(() -> ended(examination)));
            threads.window().execute(() -> found(found));
        } catch (InterruptedException e) {
            // The program ends.
            Thread.currentThread().interrupt();
        }
    }

    private void ended(Examination examination) {
        ended.add(examination);
        changed();
    }

    private void found(Diagnosis now) {
        examining = false;
        changes = diagnosis.map(before -> DiagnosisChanges.between(before, now));
        diagnosis = Optional.of(now);
        changed();
    }
}
