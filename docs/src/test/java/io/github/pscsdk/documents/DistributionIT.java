package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.ReleaseContents;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
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

    /** Exit code and first line. */
    private String run(Path script, String argument) throws Exception {
        var output = folder.resolve("output.txt");
        var builder = new ProcessBuilder(script.toAbsolutePath().toString(), argument)
                .directory(script.toAbsolutePath().getRoot().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        process.getOutputStream().close();
        var exitCode = Await.exit("the command has ended", process);
        return exitCode + " " + Files.readString(output).lines().findFirst().orElse("");
    }
}
