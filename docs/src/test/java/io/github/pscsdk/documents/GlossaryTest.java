package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The glossary's types against the code, and the code's types against the words that name none. */
class GlossaryTest {
    private static final Pattern QUOTED = Pattern.compile("`(\\w+)`");
    private static final Pattern WORD = Pattern.compile("[A-Z][a-z0-9]*");
    private static final List<String> PARTS =
            List.of(Repository.read("docs/glossary.md").split("## Words that name no type", 2));

    /** All types but those of tests. */
    private static Set<String> types() {
        return Repository.files(".java").stream()
                .map(Path::toString)
                .filter(file -> file.contains("/src/main/java/"))
                .map(file -> Path.of(file).getFileName().toString().replace(".java", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> quoted(String text) {
        return QUOTED.matcher(text).results().map(match -> match.group(1));
    }

    @Test
    void every_type_that_the_glossary_names_exists() {
        var cells = PARTS.get(0)
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.substring(0, line.length() - 2))
                .map(line -> line.substring(line.lastIndexOf("| ")))
                .toList();
        assertTrue(cells.size() > 40, () -> cells.size() + " rows");

        var missing = new TreeSet<String>();
        cells.stream().flatMap(GlossaryTest::quoted).forEach(missing::add);
        missing.removeAll(types());

        assertEquals(Set.of(), missing);
    }

    @Test
    void no_type_has_a_word_that_names_none() {
        var banned = quoted(PARTS.get(1)).collect(Collectors.toSet());
        assertTrue(banned.size() > 20, () -> banned.size() + " words");

        var found = types().stream()
                .filter(type ->
                        WORD.matcher(type).results().map(MatchResult::group).anyMatch(banned::contains))
                .toList();

        assertEquals(List.of(), found);
    }
}
