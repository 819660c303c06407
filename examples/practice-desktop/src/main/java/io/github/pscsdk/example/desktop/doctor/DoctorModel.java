package io.github.pscsdk.example.desktop.doctor;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.example.desktop.observe.ObservableModel;
import io.github.pscsdk.example.desktop.observe.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How far the health check is, what it found, and what has changed since the one before. */
public final class DoctorModel extends ObservableModel {
    private final PscClient client;
    private final Threads threads;
    private final List<Examination> ended = new ArrayList<>();
    private boolean examining;
    private Optional<Diagnosis> diagnosis = Optional.empty();
    private Optional<Changes> changes = Optional.empty();

    /** Has found nothing yet. */
    public DoctorModel(PscClient client, Threads threads) {
        this.client = Objects.requireNonNull(client, "client");
        this.threads = Objects.requireNonNull(threads, "threads");
    }

    /** Whether it looks now. */
    public boolean isExamining() {
        return examining;
    }

    /** What the look that goes on, or the last one, has behind it, in the order of ending. */
    public List<Examination> ended() {
        return List.copyOf(ended);
    }

    /** What the last look found; while the next one goes on, still that. */
    public Optional<Diagnosis> diagnosis() {
        return diagnosis;
    }

    /** The findings of {@link #diagnosis()}; none before the first look. */
    public List<Diagnostic> findings() {
        return diagnosis.map(Diagnosis::findings).orElse(List.of());
    }

    /** What the last look found otherwise than the one before; empty where there was none before. */
    public Optional<Changes> changes() {
        return changes;
    }

    /** Looks; takes some seconds where a device does not answer. A look that goes on already is enough. */
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
        changes = diagnosis.map(before -> Changes.between(before, now));
        diagnosis = Optional.of(now);
        changed();
    }
}
