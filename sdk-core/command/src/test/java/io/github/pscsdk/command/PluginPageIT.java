package io.github.pscsdk.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.command.internal.plugin.VerificationProblem;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about plug-ins on the command line: its commands do what they are said to do, on the archives that are shipped. */
class PluginPageIT {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path PAGE = ROOT.resolve(Path.of("docs", "psc-plugins.md"));
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(VFY-\\d{3})` \\|");

    @TempDir
    private Path folder;

    static Stream<String> commands() throws IOException {
        return Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("java -jar "));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void each_command_of_the_page_ends_with_0_and_finds_nothing_in_what_is_shipped(String command) throws Exception {
        var words = new ArrayList<>(List.of(command.split(" ")));
        words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        var out = folder.resolve("out");
        var builder = new ProcessBuilder(words)
                .directory(ROOT.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // It is over before the optimizing compiler has paid.
        builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");

        var exit = Await.exit("the command ends", builder.start());

        assertEquals(0, exit, () -> read(out));
        assertTrue(read(out).contains("ecps"), () -> read(out));
        assertEquals(List.of(), found(read(out)));
    }

    @Test
    void each_problem_of_a_verification_has_its_row() throws Exception {
        var rows = ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertEquals(
                Arrays.stream(VerificationProblem.values())
                        .map(VerificationProblem::code)
                        .toList(),
                rows);
    }

    private static List<String> found(String out) {
        return Pattern.compile("\\b(?:VFY|PLG)-\\d{3}\\b")
                .matcher(out)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
