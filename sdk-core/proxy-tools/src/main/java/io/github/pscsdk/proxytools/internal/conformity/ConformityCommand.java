package io.github.pscsdk.proxytools.internal.conformity;

import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.commandline.internal.CommandTexts;
import io.github.pscsdk.commandline.internal.InteractiveCommand;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.proxytools.internal.conformity.Assessment.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line of the self-assessment. */
@Command(
        name = "conformity",
        header = "A self-assessment: what can be told of each obligation of a service that uses Pro Sante Connect.",
        description = {
            "Reads the proxy's configuration, traces and what is installed on workstations, asks a running proxy, and plays "
                    + "logins at a simulator: whatever of these is given.",
            "",
            "Each obligation is met, not met, or a question for a person. Nothing is said of the whole: that is for ANS alone."
        },
        sortOptions = false)
public final class ConformityCommand extends InteractiveCommand {
    @Option(
            names = "--list",
            paramLabel = "FILE",
            description =
                    "A list of obligations, such as the official one, that adds to ours or takes its place row by row; "
                            + "docs/conformity.md describes the format.")
    private Optional<Path> list;

    @Option(names = "--configuration", paramLabel = "FILE", description = "The proxy's configuration file.")
    private Optional<Path> configuration;

    @Option(
            names = "--traces",
            paramLabel = "PLACE",
            description =
                    "Traces: the answer of /traces in a file, what proxy-esante traces prints, or the folder in which the proxy keeps plain ones.")
    private Optional<Path> traces;

    @Option(
            names = "--workstation",
            paramLabel = "PLACE",
            description = "The plug-ins as they are installed on workstations: a jar, or a folder of jars.")
    private Optional<Path> workstation;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "The folder of plug-in archives that is installed on workstations.")
    private Optional<Path> plugins;

    @Mixin
    private ProbeOptions probes;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write a table there too, for a spreadsheet (RFC 4180, UTF-8).")
    private Optional<Path> csv;

    /** Also tidied up at Ctrl-C: a simulator is left as it was found. */
    @Override
    protected int work(Texts console, Screen screen) throws PscException, InterruptedException {
        var assessment = assess();
        var texts = texts(spec);
        var report = new Report(assessment, texts);
        if (csv.isPresent()) {
            write(csv.get(), report.csv());
        }
        print(texts, report::json, report::lines);
        return assessment.of(Verdict.NOT_MET).isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    static Texts texts(CommandSpec command) {
        return Obligations.texts(CommandTexts.of(command).language());
    }

    private static void write(Path file, String text) throws PscException {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw CommandLineProblem.unwritable(file, e);
        }
    }

    private Assessment assess() throws InterruptedException {
        var builtIn = Obligations.builtIn();
        var obligations = read(spec, "--list", list, builtIn::with).orElse(builtIn);
        var file = read(
                spec,
                "--configuration",
                configuration,
                path -> ConfigurationEvidence.read(path, texts(spec).language()));
        var findings = new ArrayList<ConformityFinding>();
        file.map(ConfigurationEvidence::of).ifPresent(findings::addAll);
        read(spec, "--traces", traces, TraceEvidence::read)
                .map(TraceEvidence::of)
                .ifPresent(findings::addAll);
        read(spec, "--workstation", workstation, JarEvidence::ofWorkstation).ifPresent(findings::addAll);
        read(spec, "--plugins", plugins, JarEvidence::ofPlugins).ifPresent(findings::addAll);
        findings.addAll(probes.findings(file));
        return Assessment.of(
                obligations, findings, file.map(ConfigurationEvidence::notes).orElse(List.of()));
    }

    @FunctionalInterface
    interface Reading<T> {
        T of(Path place) throws IOException, PscException;
    }

    /**
     * The content of the file or folder that an option names.
     *
     * @throws ParameterException if it cannot be read, or is something else
     */
    static <T> Optional<T> read(CommandSpec command, String option, Optional<Path> place, Reading<T> reading) {
        if (place.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.of(place.get()));
        } catch (IOException | PscException e) {
            var text = texts(command).get("unreadable", option, place.get(), String.valueOf(e.getMessage()));
            throw new ParameterException(command.commandLine(), text, e);
        }
    }
}
