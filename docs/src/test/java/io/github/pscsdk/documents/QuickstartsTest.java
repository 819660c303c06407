package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.documents.Markdown.Snippet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick starts stand in the documents whole, and stay small; that they run is seen where they are. */
class QuickstartsTest {
    private static final String DESKTOP = "examples/quickstart-desktop/";
    private static final String WEB = "examples/quickstart-web/";
    private static final String DESKTOP_JAVA =
            DESKTOP + "src/main/java/io/github/pscsdk/example/quickstart/desktop/QuickstartDesktop.java";
    private static final String WEB_JAVA =
            WEB + "src/main/java/io/github/pscsdk/example/quickstart/web/QuickstartWeb.java";
    private static final int MOST_LINES = 150;

    @ParameterizedTest
    @CsvSource({
        "docs/getting-started.md, " + DESKTOP_JAVA,
        "docs/getting-started.md, " + WEB_JAVA,
        "docs/getting-started.md, " + DESKTOP + "vendor-pom.xml",
        "docs/getting-started.md, " + WEB + "vendor-pom.xml",
        "docs/getting-started.md, " + WEB + "src/main/resources/application.yaml",
    })
    void a_document_shows_the_file_from_its_first_line_to_its_last(String page, String file) {
        var shown = new Markdown(page, Repository.read(page))
                .snippets().stream()
                        .filter(snippet -> file.equals(snippet.from()))
                        .map(Snippet::body)
                        .toList();

        assertEquals(List.of(Repository.read(file).stripTrailing()), shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {DESKTOP, WEB})
    void a_quick_start_is_two_files_of_150_lines_of_java_at_most(String module) {
        var files = Repository.files(".java").stream()
                .filter(file -> file.startsWith(Repository.ROOT.resolve(module + "src/main")))
                .toList();

        var lines = files.stream()
                .mapToLong(
                        file -> Repository.read(Repository.ROOT.relativize(file).toString())
                                .lines()
                                .count())
                .sum();

        assertTrue(!files.isEmpty() && files.size() <= 2, files::toString);
        assertTrue(lines <= MOST_LINES, () -> lines + " lines");
    }

    @Test
    void the_poms_of_a_vendor_name_the_versions_that_are_built_and_tried_here() {
        var parent = Repository.read("pom.xml");

        for (var pom : List.of(DESKTOP + "vendor-pom.xml", WEB + "vendor-pom.xml")) {
            assertTrue(
                    Repository.read(pom)
                            .contains("<psc-sdk.version>"
                                    + between(parent, "<artifactId>psc-sdk</artifactId>\n  <version>")),
                    pom);
        }
        var boot = between(parent, "<spring-boot.version>");
        assertTrue(Repository.read(WEB + "vendor-pom.xml")
                .contains("<artifactId>spring-boot-starter-parent</artifactId>\n    <version>" + boot + "<"));
        var slf4j = between(parent, "<slf4j.version>");
        assertTrue(Repository.read(DESKTOP + "vendor-pom.xml")
                .contains("<artifactId>slf4j-nop</artifactId>\n      <version>" + slf4j + "<"));
    }

    private static String between(String text, String start) {
        var from = text.indexOf(start) + start.length();
        assertTrue(from >= start.length(), () -> "no " + start);
        return text.substring(from, text.indexOf('<', from));
    }
}
