package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.command.internal.login.DiagnosisChanges.SeenFinding;
import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.commandline.internal.InteractiveCommand;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.support.DiagnosisJson;
import io.github.pscsdk.support.SupportBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line of the health check. */
@Command(
        name = "doctor",
        header = "Finds out what stands between this workstation and a login, and who must act.",
        description = {
            "The first line of standard output names the cause. Then come the ways in with what blocks them, every finding by who "
                    + "must act, and the shortest way to a login. Nobody is asked anything, no telephone rings, no code is needed.",
            "",
            "Ends with 0 if nothing stands in the way of any way in, with 1 otherwise."
        },
        sortOptions = false)
public final class DoctorCommand extends InteractiveCommand {
    @Mixin
    private ClientOptions server;

    @Option(
            names = "--bundle",
            paramLabel = "ZIP",
            description = "Write a zip for the support desk: the diagnosis and versions, masked. It is sent to nobody.")
    private Optional<Path> bundle;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Put the end of that log of the practice software into the zip, masked likewise.")
    private Optional<Path> log;

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description =
                    "Say what has changed since that diagnosis, which --json wrote; on standard error with --json.")
    private Optional<Path> before;

    @Option(
            names = "--watch",
            paramLabel = "SECONDS",
            arity = "0..1",
            fallbackValue = "5",
            description =
                    "Look again every so many seconds, ${FALLBACK-VALUE} unless given, and print what changes, until Ctrl-C.")
    private Optional<Integer> watch;

    @Override
    protected int work(Texts texts, Screen screen) throws PscException, InterruptedException {
        if (watch.isPresent() && watch.get() < 1) {
            throw new ParameterException(spec.commandLine(), "--watch takes whole seconds, at least 1");
        }
        var builder = server.client();
        var earlier = before.isPresent() ? Optional.of(read(before.get())) : Optional.<List<SeenFinding>>empty();
        try (var client = builder.build()) {
            screen.say("doctor.looking");
            var diagnosis = client.diagnose(examination -> say(examination, texts, screen));
            if (json()) {
                // A failure is the one document then.
                writeBundle(diagnosis, texts, screen);
            }
            print(json() ? List.of(document(diagnosis, texts)) : DoctorReport.of(diagnosis, texts), texts);
            if (earlier.isPresent()) {
                var changes = DiagnosisChanges.between(earlier.get(), seen(diagnosis, texts))
                        .lines(texts);
                if (json()) {
                    // Standard output is one document.
                    screen.show(changes);
                } else {
                    print(changes, texts);
                }
            }
            if (!json()) {
                writeBundle(diagnosis, texts, screen);
            }
            if (watch.isPresent()) {
                keepLooking(client, diagnosis, texts);
            }
            return diagnosis.isReady() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private static void say(Examination examination, Texts texts, Screen screen) {
        var noteworthy = examination.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .count();
        var subject = texts.get(
                "doctor.subject." + examination.subject(),
                examination.authenticatorId().orElse(""));
        screen.say(
                noteworthy == 0 ? "doctor.examined.well" : "doctor.examined.found",
                subject,
                noteworthy,
                examination.took().toMillis());
    }

    private void writeBundle(Diagnosis diagnosis, Texts texts, Screen screen) throws PscException {
        if (bundle.isEmpty()) {
            return;
        }
        var zip = bundle.get();
        var content = SupportBundle.of(diagnosis);
        if (log.isPresent()) {
            content = content.withLog(log.get());
        }
        try {
            content.writeTo(zip, texts.language().locale());
            screen.say("doctor.bundle", zip);
        } catch (IOException e) {
            throw CommandLineProblem.unwritable(zip, e);
        }
    }

    private void keepLooking(PscClient client, Diagnosis first, Texts texts) throws PscException, InterruptedException {
        var pause = new CountDownLatch(1);
        var last = seen(first, texts);
        while (!pause.await(watch.orElseThrow(), TimeUnit.SECONDS)) {
            var diagnosis = client.diagnose();
            var now = seen(diagnosis, texts);
            var changes = DiagnosisChanges.between(last, now);
            if (!changes.isNothing()) {
                print(json() ? List.of(document(diagnosis, texts)) : changes.lines(texts), texts);
            }
            last = now;
        }
    }

    private void print(List<String> lines, Texts texts) {
        new Screen(spec.commandLine().getOut(), texts, false).show(lines);
    }

    private static String document(Diagnosis diagnosis, Texts texts) {
        return DiagnosisJson.of(diagnosis, texts.language().locale());
    }

    private static List<SeenFinding> seen(Diagnosis diagnosis, Texts texts) throws PscException {
        return DiagnosisChanges.read(document(diagnosis, texts));
    }

    private static List<SeenFinding> read(Path file) throws PscException {
        try {
            return DiagnosisChanges.read(Files.readString(file));
        } catch (IOException e) {
            throw new PscException(CommandLineProblem.DIAGNOSIS_UNREADABLE, file + " cannot be read", e);
        }
    }
}
