package io.github.pscsdk.command.internal.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pscsdk.command.internal.json.Json;
import io.github.pscsdk.command.internal.json.PluginDocument.Authenticator;
import io.github.pscsdk.command.internal.json.PluginDocument.Finding;
import io.github.pscsdk.command.internal.json.PluginDocument.Trial;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginverification.internal.ProcessState;
import io.github.pscsdk.pluginverification.internal.VerificationHost;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Loads an archive in a host of its own, unloads it, and compares the process before and after. */
final class ArchiveTrial {
    /** For threads of the plug-in to end and its classes to be collected. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Locale locale;
    private final Clock clock;

    ArchiveTrial(Locale locale, Clock clock) {
        this.locale = locale;
        this.clock = clock;
    }

    /** The process of {@link TrialProcess}. Its first line of input, which no plug-in knows, comes back first. */
    public static void main(String[] arguments) throws IOException {
        var verdict = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
        // Not by System.in, which keeps what it has read.
        var input = new InputStreamReader(new FileInputStream(FileDescriptor.in), UTF_8);
        var secret = new BufferedReader(input).readLine();
        // The output of the plug-in is dropped.
        System.setOut(System.err);
        var trial = new ArchiveTrial(Locale.forLanguageTag(arguments[1]), Clock.systemUTC());
        verdict.println(secret + Json.writeLine(trial.judge(Path.of(arguments[0]))));
        verdict.flush();
        // Neither all processes nor all threads of a plug-in end with it.
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        // Without the shutdown hooks of the plug-in.
        Runtime.getRuntime().halt(0);
    }

    private Trial judge(Path archive) throws IOException {
        // The first start of the engine changes the process too, whatever the plug-in does.
        load(Optional.empty());
        var before = ProcessState.now();
        var loaded = load(Optional.of(archive));
        var findings = new ArrayList<>(loaded.trial.findings());
        if (!comesTrue(loaded.host::areCollected)) {
            var leak = Diagnostic.of(VerificationProblem.NOT_UNLOADED, Severity.BLOCKING)
                    .with("path", loaded.path().orElse("unknown"));
            findings.add(Finding.of(leak, locale));
        }
        if (!comesTrue(() -> ProcessState.now().changedSince(before).isEmpty())) {
            findings.add(Finding.of(changed(ProcessState.now().changedSince(before)), locale));
        }
        return new Trial(loaded.trial.authenticators(), List.copyOf(findings));
    }

    private static Diagnostic changed(List<String> changes) {
        var severity = changes.stream().allMatch(ProcessState::isNewProperty) ? Severity.WARNING : Severity.BLOCKING;
        return Diagnostic.of(VerificationProblem.PROCESS_CHANGED, severity).with("changes", String.join(", ", changes));
    }

    /** The result, and the host, which is closed by then. */
    private record Loaded(Trial trial, VerificationHost host) {
        Optional<String> path() throws IOException {
            var held = host.heldLoader();
            return held.isPresent() ? ClassLoaderLeak.to(held.get()) : Optional.empty();
        }
    }

    /** In this process, without settings of this machine's files. */
    Trial load(Path archive) throws IOException {
        return load(Optional.of(archive)).trial;
    }

    private Loaded load(Optional<Path> archive) throws IOException {
        var folder = Files.createTempDirectory("psc-verify-");
        try {
            var alone = Files.createDirectory(folder.resolve("plugins"));
            if (archive.isPresent()) {
                Files.copy(
                        archive.get(), alone.resolve(archive.get().getFileName().toString()));
            }
            try (var host =
                    new HostedFolder(alone, Optional.empty(), Optional.of(folder.resolve("state")), locale, clock)) {
                var look = host.look();
                var findings = new ArrayList<Finding>(look.findings());
                var authenticators = new ArrayList<Authenticator>();
                look.plugins().forEach(plugin -> {
                    findings.addAll(plugin.findings());
                    authenticators.addAll(plugin.authenticators());
                });
                findings.addAll(host.examine());
                return new Loaded(new Trial(authenticators, findings), host.trial());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the trial was interrupted");
        } finally {
            TrialProcess.delete(folder);
        }
    }

    private static boolean comesTrue(BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }
}
