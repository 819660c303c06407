package io.github.pscsdk.proxytools.internal.conformity;

import io.github.pscsdk.proxy.internal.json.ConfigurationFile;
import io.github.pscsdk.proxytools.internal.conformity.evidence.ConfigurationEvidence;
import io.github.pscsdk.proxytools.internal.conformity.evidence.PluginEvidence;
import io.github.pscsdk.proxytools.internal.conformity.evidence.TraceEvidence;
import io.github.pscsdk.proxytools.internal.conformity.evidence.WorkstationEvidence;
import io.github.pscsdk.proxytools.internal.conformity.json.ObligationFile;
import io.github.pscsdk.proxytools.internal.conformity.json.TraceFile;
import io.github.pscsdk.proxytools.internal.conformity.obligation.Obligations;
import io.github.pscsdk.proxytools.internal.conformity.verdict.Findings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Command line options that name files and folders to read. */
final class EvidenceOptions {
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
            description = "What is installed on workstations: a jar, or a folder of jars.")
    private Optional<Path> workstation;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "The folder of plug-in archives that is installed on workstations.")
    private Optional<Path> plugins;

    Obligations obligations() {
        var builtIn = ObligationFile.builtIn();
        return list.map(file -> builtIn.with(InputReader.of("--list", file, ObligationFile::read)))
                .orElse(builtIn);
    }

    Optional<ConfigurationFile> configuration() {
        return configuration.map(file -> InputReader.of("--configuration", file, ConfigurationEvidence::read));
    }

    void look(Findings findings) {
        configuration().map(ConfigurationEvidence::of).ifPresent(findings::add);
        traces.map(place -> InputReader.of("--traces", place, TraceFile::read))
                .map(TraceEvidence::of)
                .ifPresent(findings::add);
        workstation
                .map(place -> InputReader.of("--workstation", place, WorkstationEvidence::of))
                .ifPresent(findings::add);
        plugins.map(folder -> InputReader.of("--plugins", folder, PluginEvidence::of))
                .ifPresent(findings::add);
    }
}
