package io.github.pscsdk.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import io.github.pscsdk.testkit.chromium.Key;
import io.github.pscsdk.testkit.chromium.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@InChromium
class SiteIT {
    private static final Path SITE = Path.of("target", "site").toAbsolutePath();

    @BeforeAll
    static void packaging_has_written_it() {
        assertTrue(Files.exists(SITE.resolve("index.html")), "package before: mvn verify");
    }

    @ParameterizedTest
    @CsvSource({
        "carte bloquée, diagnostics.html",
        "PSC-049, diagnostics.html",
        "Spring Boot, spring-boot.html",
        "reverse proxy, reverse-proxies.html"
    })
    void a_search_leads_to_the_page_without_a_server(String words, String page, Browser browser) {
        var tab = browser.open(SITE.resolve("decisions/0001-two-halves.html").toUri());

        tab.find(Role.FIELD, "Search").fill(words);
        tab.awaitText("Found");
        tab.keyboard().press(Key.ENTER);

        assertTrue(
                tab.address().getPath().endsWith("/" + page),
                () -> tab.address().toString());
        assertEquals(List.of(), browser.complaints());
    }

    /** Groups, code and tables stand in one of these. */
    @ParameterizedTest
    @ValueSource(strings = {"index", "getting-started", "security", "decisions/0055-stores-that-nodes-share"})
    void nobody_is_hindered_in_light_or_dark(String page, Browser browser) {
        for (var dark : new boolean[] {false, true}) {
            browser.prefer(dark);
            var tab = browser.open(SITE.resolve(page + ".html").toUri());

            assertEquals(List.of(), tab.seriousViolations());
        }
    }

    /** One that no test takes any more would grow old unseen. Where there is no display, nobody looks at windows. */
    @Test
    void every_picture_of_the_documents_is_one_of_this_build() throws Exception {
        var root = Path.of("..").toAbsolutePath().normalize();
        var taken = ContactSheet.names(root);
        // Somebody may build the documents alone; CI builds all.
        Assumptions.assumeTrue(
                "true".equals(System.getenv("CI"))
                        || taken.containsAll(
                                Set.of("cockpit.png", "code.png", "declaration-check.png", "practice-finding.png")),
                "the tests that take pictures did not all run");
        try (var recorded = Files.list(root.resolve("docs/screenshots"))) {
            var old = recorded.map(picture -> picture.getFileName().toString())
                    .filter(name -> !taken.contains(name))
                    .filter(name -> !name.startsWith("desktop-")
                            || "true".equals(System.getenv("CI"))
                            || taken.contains("desktop-login.png"))
                    .toList();
            assertEquals(List.of(), old);
        }
    }

    @Test
    void a_link_that_leads_nowhere_ends_the_build(@TempDir Path folder) throws Exception {
        var docs = Files.createDirectory(folder.resolve("docs"));
        Files.writeString(docs.resolve("index.md"), "# Index\n\n[there](#here)\n");

        assertThrows(IllegalArgumentException.class, () -> Site.write(docs, folder.resolve("site"), "1.0.0"));
    }

    @Test
    void a_folder_is_listed_without_what_a_build_has_made(@TempDir Path folder) throws Exception {
        var docs = Files.createDirectory(folder.resolve("docs"));
        Files.writeString(docs.resolve("index.md"), "# Index\n\n[A program](../program)\n");
        Files.createDirectories(folder.resolve("program/target"));
        Files.createFile(folder.resolve("program/Main.java"));
        Files.createFile(folder.resolve("program/target/program.jar.asc"));

        Site.write(docs, folder.resolve("site"), "1.0.0");

        assertEquals("Main.java", Files.readString(folder.resolve("site/source/program.txt")));
    }
}
