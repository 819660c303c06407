package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import io.github.pscsdk.workstation.SupportBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The health check of this workstation: whether one is running, and the diagnosis of the last one. */
public final class HealthCheckModel extends ObservableModel {
    private final PscClient client;
    private final Supplier<Optional<Professional>> person;
    private final ModelThreads threads;
    private boolean examining;
    private Optional<Diagnosis> diagnosis = Optional.empty();

    /** @param person the professional who is logged in, whose names an archive masks */
    public HealthCheckModel(PscClient client, Supplier<Optional<Professional>> person, ModelThreads threads) {
        this.client = client;
        this.person = person;
        this.threads = threads;
    }

    public boolean isExamining() {
        return examining;
    }

    /** The last diagnosis; stays while the next health check runs. */
    public Optional<Diagnosis> diagnosis() {
        return diagnosis;
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

    /**
     * Writes the diagnosis for a support desk into a file that the person chose, and sends it to nobody.
     *
     * @param listener takes, on the window's thread, why the file is not written; empty if it is
     */
    public void archive(Path file, Locale locale, Consumer<Optional<Problem>> listener) {
        var version = Optional.ofNullable(HealthCheckModel.class.getPackage().getImplementationVersion());
        var all = SupportBundle.of(diagnosis.orElseThrow())
                .withSoftware("practice-desktop", version.orElse("not packaged"));
        var bundle = person.get().map(all::concealing).orElse(all);
        threads.work(() -> written(bundle, file, locale), listener);
    }

    private static Optional<Problem> written(SupportBundle bundle, Path file, Locale locale) {
        try {
            bundle.writeTo(file, locale);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(DesktopProblem.ARCHIVE_UNWRITABLE);
        }
    }
}
