package io.github.pscsdk.command.internal.doctor;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.commandline.CommandLineProblem;
import io.github.pscsdk.commandline.Screen;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.SupportBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a zip for the support desk is wanted, and what it holds. */
final class BundleOptions {
    @Option(
            names = "--bundle",
            paramLabel = "ZIP",
            description = "Write a zip for the support desk: the diagnosis and versions, masked. It is sent to nobody.")
    private Optional<Path> file;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Put the end of that log of the practice software into the zip, masked likewise.")
    private Optional<Path> log;

    void write(Diagnosis diagnosis, Locale locale, Screen screen) throws PscException {
        if (file.isEmpty()) {
            return;
        }
        var bundle = SupportBundle.of(diagnosis);
        if (log.isPresent()) {
            bundle = bundle.withLog(log.get());
        }
        try (var out = Files.newOutputStream(file.get())) {
            bundle.writeTo(out, locale);
        } catch (IOException e) {
            throw new PscException(CommandLineProblem.OUTPUT_UNWRITABLE, "the bundle cannot be written", e);
        }
        screen.say("doctor.bundle", file.get());
    }
}
