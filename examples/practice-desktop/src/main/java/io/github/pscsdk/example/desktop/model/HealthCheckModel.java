package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/** The health check of this workstation: whether one is running, and the diagnosis of the last one. */
public final class HealthCheckModel extends ObservableModel {
    private final PscClient client;
    private final ModelThreads threads;
    private boolean examining;
    private Optional<Diagnosis> diagnosis = Optional.empty();

    public HealthCheckModel(PscClient client, ModelThreads threads) {
        this.client = client;
        this.threads = threads;
    }

    public boolean isExamining() {
        return examining;
    }

    /** The last diagnosis; stays while the next health check runs. */
    public Optional<Diagnosis> diagnosis() {
        return diagnosis;
    }

    /** The findings of {@link #diagnosis()}; none before the first health check. */
    public List<Diagnostic> findings() {
        return diagnosis.map(Diagnosis::findings).orElse(List.of());
    }

    /** Starts a health check unless one is running; it takes some seconds where a device does not answer. */
    public void examine() {
        if (!examining) {
            examining = true;
            changed();
            threads.background().execute(this::diagnose);
        }
    }

    private void diagnose() {
        try {
            var found = client.diagnose();
            threads.window().execute(() -> {
                examining = false;
                diagnosis = Optional.of(found);
                changed();
            });
        } catch (InterruptedException e) {
            // The program ends.
            Thread.currentThread().interrupt();
        }
    }
}
