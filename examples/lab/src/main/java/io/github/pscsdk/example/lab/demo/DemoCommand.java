package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.commandline.internal.CommonOptions;
import io.github.pscsdk.commandline.internal.DefaultPluginFolder;
import io.github.pscsdk.commandline.internal.InteractiveRun;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.lab.json.JsonWriter;
import io.github.pscsdk.example.lab.outcome.Summary;
import io.github.pscsdk.example.lab.outcome.SummaryText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of the demonstration. */
@Command(
        name = "demo",
        header = "Does the main job end to end, once, with fictitious people.",
        description = {
            "Starts, on this machine, a simulator of Pro Sante Connect, a proxy and a form, "
                    + "loads the stub plug-in from its archive, logs a fictitious pharmacist in, declares each row of a "
                    + "file, and signs out.",
            "",
            "The last line of the output is \"declarations: N read, A accepted, R rejected, C to correct\"; to correct is "
                    + "a row in which only the telephone or the site for bookings is wrong."
        },
        sortOptions = false)
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description =
                    "A file in a published layout; one of vaccination centres (centres-vaccination.csv) with our own "
                            + "columns finess, idnat, rpps and offre where it has them. Without it, a built-in sample of "
                            + "fictitious places.")
    private Optional<Path> input;

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description =
                    "Keep in this folder which rows were sent and how they were answered, and the database of the form. A run that was "
                            + "killed goes on from there when it is begun again: no row is lost, and none is declared twice.")
    private Optional<Path> journal;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Write the outcome of every row to this file, as it comes: JSON if its name ends in .json, else CSV.")
    private Optional<Path> report;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "The folder of plug-in archives. Default: the folder \"plugins\" beside the running jar.")
    private Optional<Path> plugins;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        return InteractiveRun.run(spec, this::demonstrate);
    }

    private int demonstrate(Texts texts, Screen screen) throws PscException, InterruptedException {
        var rows = Input.of(input, texts);
        var summary = new Summary.Counter();
        screen.say("step.servers");
        try (var servers = DemoServers.start(DemoSettings.hasty(DemoPorts.FREE, journal))) {
            var folder = plugins.orElseGet(DefaultPluginFolder::besideTheJar);
            try (var all = report.isPresent() ? ReportFile.begin(report.get(), texts.language()) : null) {
                var outbox = journal.map(dir -> dir.resolve("outbox"));
                new Demo(servers, folder, outbox, Optional.ofNullable(all), screen).run(rows.file(), summary);
            }
        } catch (InterruptedException e) {
            print(texts, rows.name(), summary.build());
            throw e;
        }
        // After the servers have gone: the last line stays the last one.
        print(texts, rows.name(), summary.build());
        return ExitCode.OK;
    }

    private void print(Texts texts, String input, Summary summary) {
        var out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(JsonWriter.summary(input, summary));
        } else {
            out.println();
            out.println(new SummaryText(texts).of(input, summary));
            out.println(SummaryText.lastLine(summary));
        }
        out.flush();
    }
}
