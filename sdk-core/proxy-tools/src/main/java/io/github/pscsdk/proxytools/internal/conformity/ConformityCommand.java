package io.github.pscsdk.proxytools.internal.conformity;

import io.github.pscsdk.commandline.CommonOptions;
import io.github.pscsdk.commandline.InteractiveRun;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.proxytools.internal.conformity.evidence.ConfigurationEvidence;
import io.github.pscsdk.proxytools.internal.conformity.json.ReportWriter;
import io.github.pscsdk.proxytools.internal.conformity.report.CsvReport;
import io.github.pscsdk.proxytools.internal.conformity.report.TextReport;
import io.github.pscsdk.proxytools.internal.conformity.verdict.Assessment;
import io.github.pscsdk.proxytools.internal.conformity.verdict.Findings;
import io.github.pscsdk.proxytools.internal.conformity.verdict.ObligationAssessment;
import io.github.pscsdk.proxytools.internal.conformity.verdict.ObligationAssessment.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no obligation is \"not met\"", "1:at least one is", "2:used wrongly"},
        sortOptions = false)
public final class ConformityCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EvidenceOptions evidence;

    @Mixin
    private ProbeOptions probes;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write a table there too, for a spreadsheet (RFC 4180, UTF-8).")
    private Optional<Path> csv;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        var unmet = new ArrayList<ObligationAssessment>();
        // Also tidied up at Ctrl-C: a simulator is left as it was found.
        var code = InteractiveRun.run(spec, common.verbose(), (console, screen) -> unmet.addAll(report()));
        return code == ExitCode.OK && !unmet.isEmpty() ? ExitCode.SOFTWARE : code;
    }

    private List<ObligationAssessment> report() throws InterruptedException {
        var texts = texts();
        try {
            var assessment = assess();
            print(assessment, texts);
            return assessment.of(Verdict.NOT_MET);
        } catch (InputReader.Unreadable e) {
            throw new ParameterException(spec.commandLine(), texts.get("unreadable", e.values()), e);
        }
    }

    /** In the language of this machine. */
    static Texts texts() {
        return Texts.beside(TextReport.class, "texts", Language.of(Locale.getDefault()));
    }

    private Assessment assess() throws InterruptedException {
        var obligations = evidence.obligations();
        var configuration = evidence.configuration();
        var findings = new Findings();
        evidence.look(findings);
        probes.look(findings, configuration);
        return Assessment.of(
                obligations,
                findings,
                configuration.map(ConfigurationEvidence::notes).orElse(List.of()));
    }

    private void print(Assessment assessment, Texts texts) {
        csv.ifPresent(file ->
                InputReader.of("--csv", file, path -> Files.writeString(path, new CsvReport(texts).of(assessment))));
        var out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(ReportWriter.write(assessment, texts));
        } else {
            new TextReport(texts).of(assessment).forEach(out::println);
        }
        out.flush();
    }
}
