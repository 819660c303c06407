package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import io.github.pscsdk.support.SupportBundle;
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
    private Optional<Problem> failure = Optional.empty();

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

    /** Why the last health check came to no end. */
    public Optional<Problem> failure() {
        return failure;
    }

    /** Starts a health check unless one is running; it takes some seconds where a device does not answer. */
    public void examine() {
        if (!examining) {
            examining = true;
            changed();
            threads.work(this::diagnose, problem -> {
                examining = false;
                failure = problem;
                changed();
            });
        }
    }

    private void diagnose() throws InterruptedException {
        var found = client.diagnose();
        threads.window().execute(() -> diagnosis = Optional.of(found));
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
        threads.work(() -> write(bundle, file, locale), listener);
    }

    private static void write(SupportBundle bundle, Path file, Locale locale) throws PscException {
        try {
            bundle.writeTo(file, locale);
        } catch (IOException e) {
            throw new PscException(DesktopProblem.ARCHIVE_UNWRITABLE, "cannot write the archive", e);
        }
    }
}
