package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportTableTest {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");

    @ParameterizedTest
    @CsvSource({"boot, Spring Boot", "plain-java, Jackson", "junit, JUnit"})
    void the_page_names_the_versions_with_which_consumer_projects_are_built(String project, String row) {
        var built = versions(Repository.read("sdk-core/consumers/src/it/" + project + "/matrix.properties"));
        var told = Repository.read("docs/support.md")
                .lines()
                .filter(line -> line.startsWith("| " + row))
                .collect(Collectors.joining());

        assertFalse(built.isEmpty());
        assertEquals(built, versions(told));
    }

    private static TreeSet<String> versions(String text) {
        return VERSION.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
