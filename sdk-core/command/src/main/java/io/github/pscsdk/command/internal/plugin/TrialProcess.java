package io.github.pscsdk.command.internal.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pscsdk.command.internal.json.Json;
import io.github.pscsdk.command.internal.json.PluginDocument.Finding;
import io.github.pscsdk.command.internal.json.PluginDocument.Trial;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs an {@link ArchiveTrial} in a process of its own, and believes it only if it ends normally. */
final class TrialProcess {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int SECRET_BYTES = 32;
    private static final int MOST_BYTES = 4 << 20;

    /** For what an ended process has said to be read. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final Locale locale;
    private final Optional<Path> java;
    private final Duration limit;

    /** @param java the program, if there is one */
    TrialProcess(Locale locale, Optional<Path> java, Duration limit) {
        this.locale = locale;
        this.java = java;
        this.limit = limit;
    }

    /** By the Java on which this runs, or else by the first one on the path. */
    static TrialProcess byJavaOfThisMachine(Locale locale) {
        var own = Path.of(System.getProperty("java.home"), "bin");
        var path = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
        return new TrialProcess(
                locale,
                Stream.concat(Stream.of(own), path)
                        .flatMap(folder -> Stream.of(folder.resolve("java"), folder.resolve("java.exe")))
                        .filter(Files::isExecutable)
                        .findFirst(),
                LIMIT);
    }

    Trial run(Path archive) throws IOException {
        if (java.isEmpty()) {
            return told(Diagnostic.of(VerificationProblem.NOT_TRIED, Severity.BLOCKING));
        }
        var folder = Files.createTempDirectory("psc-trial-");
        try {
            return tried(archive, folder);
        } finally {
            delete(folder);
        }
    }

    private Trial tried(Path archive, Path temporary) throws IOException {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        var spoken = HexFormat.of().formatHex(secret);
        var process = new ProcessBuilder(command(archive, temporary))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var verdict = new CompletableFuture<Optional<Trial>>();
        var reader = new Thread(() -> verdict.complete(verdict(process.getInputStream(), spoken)), "psc-trial");
        reader.setDaemon(true);
        reader.start();
        try {
            try (var input = process.outputWriter(UTF_8)) {
                input.write(spoken + "\n");
            } catch (IOException e) {
                // It has ended already, and is asked how below.
            }
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return told(noVerdict("seconds", Long.toString(limit.toSeconds())));
            }
            // A process of the plug-in that lives on may hold the pipe open, and nothing is said any more.
            reader.join(REST.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return told(noVerdict("seconds", "0"));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        var trial = process.exitValue() == 0 ? verdict.getNow(Optional.empty()) : Optional.<Trial>empty();
        return trial.isPresent()
                ? withLeftFiles(trial.get(), temporary)
                : told(noVerdict("exitCode", Integer.toString(process.exitValue())));
    }

    /**
     * The document behind the secret, on the first line with both; empty if there is none that can be read, since the
     * plug-in may have printed before or meanwhile. From a pipe: what is said there cannot be changed any more.
     */
    private static Optional<Trial> verdict(InputStream printed, String secret) {
        var line = new ByteArrayOutputStream();
        try {
            for (var next = printed.read(); next >= 0; next = printed.read()) {
                if (next != '\n') {
                    if (line.size() < MOST_BYTES) {
                        line.write(next);
                    }
                    continue;
                }
                var said = line.toString(UTF_8);
                var begin = said.indexOf(secret);
                if (begin >= 0) {
                    return Json.read(said.substring(begin + secret.length()), Trial.class);
                }
                line.reset();
            }
        } catch (IOException e) {
            // Its process was ended.
        }
        return Optional.empty();
    }

    private List<String> command(Path archive, Path temporary) {
        return List.of(
                java.orElseThrow().toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // So that it sees hooks and factories that were set.
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.net=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ArchiveTrial.class.getName(),
                archive.toAbsolutePath().toString(),
                locale.toLanguageTag());
    }

    private Trial withLeftFiles(Trial trial, Path temporary) throws IOException {
        try (var files = Files.list(temporary)) {
            var left = files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.joining(", "));
            if (left.isEmpty()) {
                return trial;
            }
            var findings = new ArrayList<>(trial.findings());
            findings.add(Finding.of(
                    Diagnostic.of(VerificationProblem.FILES_LEFT, Severity.BLOCKING)
                            .with("files", left),
                    locale));
            return new Trial(trial.authenticators(), findings);
        }
    }

    private static Diagnostic noVerdict(String fact, String value) {
        return Diagnostic.of(VerificationProblem.NO_VERDICT, Severity.BLOCKING).with(fact, value);
    }

    private Trial told(Diagnostic finding) {
        return new Trial(List.of(), List.of(Finding.of(finding, locale)));
    }

    /** With all that is in it, as far as the plug-in lets it be deleted. */
    static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // Where temporary files are, somebody else deletes them one day.
        }
    }
}
