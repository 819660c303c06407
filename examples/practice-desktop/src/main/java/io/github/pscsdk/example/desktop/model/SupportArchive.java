package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import io.github.pscsdk.workstation.SupportBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes a diagnosis for a support desk into a file that the person chooses, and sends it to nobody. */
public final class SupportArchive extends ObservableModel {
    private final Supplier<Optional<Professional>> person;
    private final ModelThreads threads;
    private Optional<Path> written = Optional.empty();
    private Optional<Problem> failure = Optional.empty();

    /** @param person the one who is logged in, whose names are masked */
    public SupportArchive(Supplier<Optional<Professional>> person, ModelThreads threads) {
        this.person = person;
        this.threads = threads;
    }

    public Optional<Path> written() {
        return written;
    }

    public Optional<Problem> failure() {
        return failure;
    }

    /** Forgets the file and the failure of the last time. */
    public void forget() {
        tell(Optional.empty(), Optional.empty());
    }

    public void write(Diagnosis diagnosis, Path file, Locale locale) {
        var version = Optional.ofNullable(SupportArchive.class.getPackage().getImplementationVersion());
        var all = SupportBundle.of(diagnosis).withSoftware("practice-desktop", version.orElse("not packaged"));
        var bundle = person.get().map(all::concealing).orElse(all);
        threads.background().execute(() -> {
            try (var out = Files.newOutputStream(file)) {
                bundle.writeTo(out, locale);
                threads.window().execute(() -> tell(Optional.of(file), Optional.empty()));
            } catch (IOException e) {
                threads.window().execute(() -> tell(Optional.empty(), Optional.of(DesktopProblem.ARCHIVE_UNWRITABLE)));
            }
        });
    }

    private void tell(Optional<Path> done, Optional<Problem> trouble) {
        written = done;
        failure = trouble;
        changed();
    }
}
