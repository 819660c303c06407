package io.github.pscsdk.command.internal.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.command.internal.json.PluginDocument.Authenticator;
import io.github.pscsdk.command.internal.json.PluginDocument.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A verdict comes from outside: what a plug-in does to its process is seen, and none gets a verdict by ending or fooling it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TrialProcessTest {
    /** A trial searches the heap of a JVM of its own: seconds, and minutes on a machine that does much else. */
    private static final Duration LONG = Duration.ofMinutes(4);

    @TempDir
    private Path folder;

    private final TestArchive archive = new TestArchive();

    @Test
    void one_that_behaves_leaves_its_process_as_it_was() throws Exception {
        var trial = run(LONG);

        assertEquals(List.of(), found(trial));
        assertEquals(
                List.of("badge AVAILABLE"),
                trial.authenticators().stream().map(TrialProcessTest::state).toList());
    }

    /** What it prints is taken from a verdict that was given. */
    @Test
    void one_that_ends_its_process_has_no_verdict_whatever_it_prints() throws Exception {
        archive.starting("""
                try (var out = new java.io.FileOutputStream(java.io.FileDescriptor.out)) {
                    out.write(new byte[] {-1, -2});
                    out.write(("{\\"authenticators\\":[],\\"findings\\":[]}" + System.lineSeparator()).getBytes());
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                Runtime.getRuntime().halt(0);""");

        assertEquals(List.of("VFY-013 {exitCode=0}"), found(run(LONG)));
    }

    @Test
    void one_that_does_not_let_its_process_end_has_none_either() throws Exception {
        var started = folder.resolve("started");
        archive.starting("""
                try {
                    var end = Class.forName("java.lang.Shutdown").getDeclaredField("haltLock");
                    end.setAccessible(true);
                    var lock = end.get(null);
                    new Thread(() -> {
                        synchronized (lock) {
                            while (true) {
                                java.util.concurrent.locks.LockSupport.park();
                            }
                        }
                    }).start();
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
                try {
                    java.nio.file.Files.createFile(java.nio.file.Path.of("%s"));
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }""".formatted(started));

        // On a busy machine its process may take longer to come so far.
        for (var limit = Duration.ofSeconds(6); !Files.exists(started); limit = limit.multipliedBy(2)) {
            assertEquals(List.of("VFY-013 {seconds=" + limit.toSeconds() + "}"), found(run(limit)));
        }
    }

    /** Though it rewrites its verdict at the end of its process. */
    @Test
    void what_it_has_changed_is_named() throws Exception {
        archive.starting("""
                java.util.Locale.setDefault(java.util.Locale.CHINA);
                java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("Asia/Tokyo"));
                System.setOut(new java.io.PrintStream(System.err));
                System.setProperty("odd", "1");
                java.net.URL.setURLStreamHandlerFactory(protocol -> null);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    var printed = java.nio.file.Path.of(System.getProperty("java.io.tmpdir")).resolveSibling("printed");
                    try {
                        var secret = java.nio.file.Files.readString(printed).substring(0, 64);
                        java.nio.file.Files.writeString(
                                printed, secret + "{\\"authenticators\\":[],\\"findings\\":[]}");
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }, "forger"));
                try {
                    new ProcessBuilder("sleep", "600").start();
                    java.nio.file.Files.createTempFile("badge", ".txt").toFile().renameTo(
                            new java.io.File(System.getProperty("java.io.tmpdir"), "left.txt"));
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                new Thread(() -> {
                    while (true) {
                        java.util.concurrent.locks.LockSupport.park();
                    }
                }, "poller").start();""");

        var trial = run(LONG);

        var findings = trial.findings();
        assertEquals(
                List.of("VFY-016", "VFY-015", "VFY-017"),
                findings.stream().map(finding -> finding.code()).toList());
        assertEquals(
                Set.of(
                        "child process",
                        "default locale",
                        "default time zone",
                        "factory of URL handlers",
                        "shutdown hook java.lang.Thread forger",
                        "standard output",
                        "new system property odd",
                        "thread poller"),
                Arrays.stream(findings.get(1).facts().get("changes").split(", "))
                        .map(change -> change.replaceFirst("^(child process) .*/sleep$", "$1"))
                        .collect(Collectors.toSet()));
        assertEquals("BLOCKING", findings.get(1).severity());
        assertEquals("left.txt", findings.get(2).facts().get("files"));
    }

    /** A new system property is a warning alone: libraries of drivers are told where theirs is in no other way. */
    @Test
    void what_holds_its_classes_is_named_from_there_to_one_of_them() throws Exception {
        archive.starting("""
                System.setProperty("odd", "1");
                try {
                    java.sql.DriverManager.registerDriver(new java.sql.Driver() {
                        public java.sql.Connection connect(String url, java.util.Properties info) { return null; }
                        public boolean acceptsURL(String url) { return false; }
                        public java.sql.DriverPropertyInfo[] getPropertyInfo(String url, java.util.Properties info) { return null; }
                        public int getMajorVersion() { return 1; }
                        public int getMinorVersion() { return 0; }
                        public boolean jdbcCompliant() { return false; }
                        public java.util.logging.Logger getParentLogger() { return null; }
                    });
                } catch (java.sql.SQLException e) {
                    throw new IllegalStateException(e);
                }""");

        var findings = run(LONG).findings();

        assertEquals(
                List.of("VFY-016 BLOCKING", "VFY-015 WARNING"),
                findings.stream()
                        .map(finding -> finding.code() + " " + finding.severity())
                        .toList());
        assertEquals("new system property odd", findings.get(1).facts().get("changes"));
        var path = findings.get(0).facts().get("path");
        assertTrue(path.startsWith("java.sql.DriverManager.registeredDrivers → "), path);
        assertTrue(path.endsWith(" → example.badge.Badge$1"), path);
    }

    private Trial run(Duration limit) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new TrialProcess(Locale.ENGLISH, Optional.of(java), limit)
                .run(archive.writeTo(folder.resolve("badge.jar")));
    }

    private static List<String> found(Trial trial) {
        return trial.findings().stream()
                .map(finding -> finding.code() + " " + finding.facts())
                .toList();
    }

    private static String state(Authenticator authenticator) {
        return authenticator.id() + " " + authenticator.problem().orElse("AVAILABLE");
    }
}
