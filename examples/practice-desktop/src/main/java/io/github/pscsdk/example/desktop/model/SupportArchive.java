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
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Writes a diagnosis for a support desk into a file that the person chooses, and sends it to nobody.
 *
 * @param person the professional who is logged in, whose names are masked
 */
public record SupportArchive(Supplier<Optional<Professional>> person, ModelThreads threads) {
    /** @param listener takes, on the window's thread, why the file is not written; empty if it is */
    public void write(Diagnosis diagnosis, Path file, Locale locale, Consumer<Optional<Problem>> listener) {
        var version = Optional.ofNullable(SupportArchive.class.getPackage().getImplementationVersion());
        var all = SupportBundle.of(diagnosis).withSoftware("practice-desktop", version.orElse("not packaged"));
        var bundle = person.get().map(all::concealing).orElse(all);
        threads.background().execute(() -> {
            var failure = Optional.<Problem>empty();
            try (var out = Files.newOutputStream(file)) {
                bundle.writeTo(out, locale);
            } catch (IOException e) {
                failure = Optional.of(DesktopProblem.ARCHIVE_UNWRITABLE);
            }
            var outcome = failure;
            threads.window().execute(() -> listener.accept(outcome));
        });
    }
}
