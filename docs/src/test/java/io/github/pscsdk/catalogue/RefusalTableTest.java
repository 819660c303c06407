package io.github.pscsdk.catalogue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.documents.Repository;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The deviations that {@code docs/security.md} says are refused, and the modules of a conformance suite: each row of something that is offered names tests, and all
 * tests that the page names are there and run.
 */
class RefusalTableTest {
    private static final Pattern NAMED = Pattern.compile("`([\\w.]+)#(\\w+)`");

    private static List<String> rows(String title) {
        var page = Repository.read("docs/security.md");
        var start = page.indexOf("## " + title);
        var section = page.substring(start, page.indexOf("\n## ", start));
        return section.lines()
                .filter(line -> line.startsWith("| "))
                .filter(row -> !row.contains(" | not offered | "))
                .skip(1)
                .toList();
    }

    static Stream<String> tests() {
        return NAMED.matcher(Repository.read("docs/security.md"))
                .results()
                .map(test -> test.group(1) + "#" + test.group(2))
                .distinct();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is refused",
                "Client tests of the OpenID Foundation",
                "Client tests of CIBA and FAPI",
                "Plug-ins"
            })
    void every_row_names_a_test(String title) {
        assertTrue(rows(title).size() > 15, "the table was found");
        assertTrue(
                rows(title).stream().allMatch(row -> NAMED.matcher(row).find()),
                () -> rows(title).toString());
    }

    @ParameterizedTest
    @MethodSource("tests")
    void the_test_is_there_and_runs(String named) {
        var words = named.split("#", 2);
        var files = Repository.files("/" + words[0].replace('.', '/') + ".java");

        assertTrue(files.stream().anyMatch(file -> TestSource.of(file).isTest(words[1])), named);
    }
}
