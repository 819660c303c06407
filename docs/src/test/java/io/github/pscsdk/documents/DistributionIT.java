package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.ReleaseContents;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The zip files that are handed out, unpacked by somebody who has Java and nothing else. */
class DistributionIT {
    private static final Map<String, Path> ZIPS = Map.of(
            "psc", Repository.ROOT.resolve("sdk-core/command/target/psc.zip"),
            "proxy-esante", Repository.ROOT.resolve("sdk-core/proxy-tools/target/proxy-esante.zip"),
            "psc-lab", Repository.ROOT.resolve("examples/lab/target/psc-lab.zip"));

    private static final String JAVA_HOME = System.getProperty("java.home");
    private static final Set<String> OPTIONS =
            Set.of("JAVA_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"psc, 2, true", "proxy-esante, 0, false", "psc-lab, 3, false"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for Linux and macOS")
    void a_script_starts_the_command_from_any_folder_and_through_a_link_and_what_else_it_needs_is_there(
            String command, int plugins, boolean completion) throws Exception {
        var unpacked = unpack(command);
        var script = unpacked.resolve(command);
        var link = Files.createSymbolicLink(folder.resolve("link"), script);
        var forWindows = Files.readString(unpacked.resolve(command + ".cmd"));

        assertEquals("0 " + command + " 1.0.0-SNAPSHOT", run(link, "--version"));
        assertTrue(run(script, "no such thing").startsWith("2 "), "its exit code is the command's");
        assertTrue(forWindows.contains("-jar \"%~dp0" + command + ".jar\" %*\r\n"), forWindows);
        assertTrue(Files.exists(unpacked.resolve("LICENSE")));
        assertTrue(Files.exists(unpacked.resolve("NOTICE")));
        assertEquals(plugins, plugins(unpacked).size());
        assertEquals(completion, Files.exists(unpacked.resolve("completion").resolve(command)));
    }

    @ParameterizedTest
    @CsvSource({"psc, true", "proxy-esante, false", "psc-lab, true"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for Linux and macOS")
    void a_command_that_ends_soon_has_options_for_that_unless_its_user_gives_others(String command, boolean endsSoon)
            throws Exception {
        var script = unpack(command).resolve(command);
        var other = "-XX:+UseParallelGC";

        var usual = started(script, Map.of());
        assertEquals(endsSoon, usual.contains(" -XX:TieredStopAtLevel=1 "), usual);
        assertEquals(endsSoon, usual.contains(" -XX:+UseSerialGC "), usual);
        for (var variable : OPTIONS) {
            var theirs = started(script, Map.of(variable, other));
            assertTrue(theirs.contains(" " + other + " "), theirs);
            assertFalse(theirs.contains("-XX:TieredStopAtLevel") || theirs.contains("-XX:+UseSerialGC"), theirs);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"psc", "proxy-esante"})
    void what_goes_out_to_users_holds_neither_simulator_nor_stub(String command) throws Exception {
        var release = ReleaseContents.of(ZIPS.get(command));

        assertEquals(List.of(), release.testParts());
        assertTrue(release.has("io/github/pscsdk/commandline/internal/Commands.class"), "its jar was read");
    }

    private static List<Path> plugins(Path unpacked) throws IOException {
        if (!Files.exists(unpacked.resolve("plugins"))) {
            return List.of();
        }
        try (var files = Files.list(unpacked.resolve("plugins"))) {
            return files.toList();
        }
    }

    private Path unpack(String command) throws IOException {
        var target = Files.createDirectory(folder.resolve("unpacked"));
        try (var zip = FileSystems.newFileSystem(ZIPS.get(command), Map.of("enablePosixFileAttributes", "true"));
                var files = Files.walk(zip.getPath("/"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = target.resolve(file.toString().substring(1));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
                var isExecutable = Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
                assertTrue(copy.toFile().setExecutable(isExecutable), () -> "permissions of " + copy);
            }
        }
        return target.resolve(command + "-1.0.0-SNAPSHOT");
    }

    /** With what a script starts Java: its arguments, and the variables that Java reads. */
    private String started(Path script, Map<String, String> environment) throws Exception {
        var java = folder.resolve("java").resolve("bin").resolve("java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, """
                #!/bin/sh
                echo " $* $JDK_JAVA_OPTIONS $JAVA_TOOL_OPTIONS $_JAVA_OPTIONS "
                """);
        assertTrue(java.toFile().setExecutable(true));
        var output = folder.resolve("started.txt");
        var variables = new HashMap<>(environment);
        variables.put("JAVA_HOME", java.getParent().getParent().toString());
        assertEquals(0, exitCode(script, "--version", variables, output), () -> read(output));
        return read(output);
    }

    /** Exit code and first line. */
    private String run(Path script, String argument) throws Exception {
        var output = folder.resolve("output.txt");
        var exitCode = exitCode(script, argument, Map.of("JAVA_HOME", JAVA_HOME), output);
        return exitCode + " " + read(output).lines().findFirst().orElse("");
    }

    private static int exitCode(Path script, String argument, Map<String, String> environment, Path output)
            throws Exception {
        var builder = new ProcessBuilder(script.toAbsolutePath().toString(), argument)
                .directory(script.toAbsolutePath().getRoot().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeAll(OPTIONS);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        return Await.exit("the command has ended", process);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
