package io.github.pscsdk.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.documents.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The complaints of users of comparable projects: each names its thread, and a test that runs. */
class LessonTableTest {
    private static final List<Path> SOURCES = Repository.files(".java");
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern ROW = Pattern.compile(
            "\\| [^|]{20,} \\| \\[[^|]+]\\((https://github\\.com/[^/ ]+/[^/ ]+/(?:issues|pull)/[0-9]+)\\) \\| " + TEST
                    + "(?:, " + TEST + ")* \\|");

    static List<String> rows() {
        return Repository.read("docs/lessons.md")
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| what "))
                .toList();
    }

    static Stream<String> tests() {
        return rows().stream()
                .flatMap(row -> TEST.matcher(row).results())
                .map(named -> named.group(1) + "#" + named.group(2));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void each_row_has_a_thread_and_a_test(String row) {
        assertTrue(ROW.matcher(row).matches(), row);
    }

    @ParameterizedTest
    @MethodSource("tests")
    void the_test_is_there_and_runs(String named) {
        var words = named.split("#", 2);

        assertTrue(
                SOURCES.stream()
                        .filter(file -> file.endsWith(words[0] + ".java"))
                        .anyMatch(file -> TestSource.of(file).isTest(words[1])),
                named);
    }

    @Test
    void no_thread_is_told_twice_and_there_are_enough() {
        var threads = rows().stream()
                .flatMap(row ->
                        Pattern.compile("\\(https://[^)]+\\)").matcher(row).results())
                .map(link -> link.group())
                .toList();

        assertEquals(threads.stream().distinct().toList(), threads);
        assertTrue(threads.size() >= 25, threads::toString);
    }
}
