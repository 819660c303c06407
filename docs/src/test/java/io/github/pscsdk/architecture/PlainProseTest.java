package io.github.pscsdk.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.documents.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A sentence begins with the thing that it speaks of, and a comment fits on a screen. */
class PlainProseTest {
    private static final String RELATIVE = "(What|Whoever|Who|One that|Those) ";
    /** But for JSON, which a draft of a configuration has in comments. */
    private static final Pattern COMMENT = Pattern.compile("\\s*(/\\*\\*?|\\*|//) (?!\").*");

    private static final Pattern IN_COMMENT =
            Pattern.compile("\\s*(/\\*\\*?|\\*|//) (@return )?(.*[.:;!?] )?" + RELATIVE + ".*");
    /** Headings, questions and the labels of tables may begin so. */
    private static final Pattern ON_PAGE = Pattern.compile("([-*] |\\d+\\. |.*[.!?] )?" + RELATIVE + "[^:?|]*[.;].*");

    private static final int WIDEST = 120;

    @Test
    void no_sentence_of_a_comment_begins_with_a_relative_clause() throws IOException {
        assertEquals(
                List.of(),
                lines(
                        "/src/main/java/",
                        ".java",
                        line -> IN_COMMENT.matcher(line).matches()));
    }

    @Test
    void no_sentence_of_a_page_begins_with_a_relative_clause() throws IOException {
        assertEquals(List.of(), lines("", ".md", line -> ON_PAGE.matcher(line).matches()));
    }

    @Test
    void no_comment_is_wider_than_the_code() throws IOException {
        assertEquals(
                List.of(),
                lines(
                        "/src/main/java/",
                        ".java",
                        line -> line.length() > WIDEST && COMMENT.matcher(line).matches()));
    }

    private static List<String> lines(String folder, String ending, Predicate<String> wrong) throws IOException {
        var found = new ArrayList<String>();
        var files = Repository.files(ending).stream()
                .filter(file -> file.toString().contains(folder))
                .toList();
        for (Path file : files) {
            for (var line : Files.readAllLines(file)) {
                if (wrong.test(line)) {
                    found.add(Repository.ROOT.relativize(file) + ": " + line.strip());
                }
            }
        }
        assertTrue(files.size() > 20, () -> "only " + files.size() + " files were read");
        return found;
    }
}
