package io.github.pscsdk.example.desktop.doctor;

import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.example.desktop.observe.Observed;
import io.github.pscsdk.example.desktop.observe.Threads;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the health check found. */
public final class DoctorModel extends Observed {
    private final PscClient client;
    private final Threads threads;
    private Optional<List<Diagnostic>> findings = Optional.empty();

    /** Has found nothing yet. */
    public DoctorModel(PscClient client, Threads threads) {
        this.client = Objects.requireNonNull(client, "client");
        this.threads = Objects.requireNonNull(threads, "threads");
    }

    /** The findings, the gravest first; empty while it looks. */
    public Optional<List<Diagnostic>> findings() {
        return findings;
    }

    /** Looks; takes some seconds where a device does not answer. */
    public void examine() {
        findings = Optional.empty();
        changed();
        threads.background().execute(() -> {
            try {
                var found = client.diagnose().findings().stream()
                        .sorted(Comparator.comparing(Diagnostic::severity).reversed())
                        .toList();
                threads.window().execute(() -> {
                    findings = Optional.of(found);
                    changed();
                });
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
