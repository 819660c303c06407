package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.command.Psc;
import io.github.pscsdk.documents.Markdown.Snippet;
import io.github.pscsdk.example.lab.PscLab;
import io.github.pscsdk.proxytools.ProxyMain;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class DocumentsTest {
    // As in .ci/afternoon: shown <page> <file>, where the file may begin with a variable.
    private static final Pattern COPIED = Pattern.compile("shown ([a-z-]+) (?:\\$(\\w+))?([\\w/.-]*)");
    private static final Pattern FOLDER = Pattern.compile("(?m)^(\\w+)=(examples/\\S+)$");

    private static final Map<String, Supplier<CommandLine>> JARS = Map.of(
            "examples/lab/target/psc-lab.jar", PscLab::commandLine,
            "sdk-core/command/target/psc.jar", Psc::commandLine,
            "sdk-core/proxy-tools/target/proxy-esante.jar", ProxyMain::commandLine);

    static Stream<Markdown> pages() {
        return Markdown.pages().stream();
    }

    static Stream<Snippet> compiledSnippets() {
        return snippets(List.of("java", "xml", "json", "yaml"));
    }

    static Stream<Snippet> commands() {
        return snippets(List.of("sh"));
    }

    @ParameterizedTest
    @MethodSource("compiledSnippets")
    void a_snippet_stands_in_a_file_that_the_build_compiles_or_reads(Snippet snippet) {
        assertNotNull(snippet.from(), "say where it stands: <!-- from: path -->");
        var source = Repository.read(snippet.from())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();

        assertTrue(
                Collections.indexOfSubList(source, snippet.lines()) >= 0, () -> snippet.from() + " does not hold it");
    }

    @Test
    void the_first_afternoon_finds_whole_classes_where_it_copies_them() {
        var script = Repository.read(".ci/afternoon");
        var folders = FOLDER.matcher(script).results().collect(Collectors.toMap(is -> is.group(1), is -> is.group(2)));
        var copied = COPIED.matcher(script).results().toList();

        assertTrue(copied.size() > 5);
        for (var copy : copied) {
            var file = folders.getOrDefault(Objects.requireNonNullElse(copy.group(2), ""), "") + copy.group(3);
            var page = "docs/" + copy.group(1) + ".md";
            var shown = new Markdown(page, Repository.read(page))
                    .snippets().stream()
                            .filter(snippet -> file.equals(snippet.from()))
                            .findFirst()
                            .map(Snippet::body)
                            .orElse("");
            var expected = file.endsWith(".java") ? Repository.read(file).strip() : shown;
            assertFalse(shown.isEmpty(), () -> page + " does not show " + file);
            assertEquals(expected, shown, () -> page + " shows a part of " + file);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_whole_class_compiles_as_copied_since_the_page_shows_its_neighbours_too(Markdown page) {
        var shown = page.snippets().stream()
                .filter(snippet ->
                        snippet.language().equals("java") && snippet.body().startsWith("package "))
                .toList();
        var files = shown.stream().map(Snippet::from).collect(Collectors.toSet());

        for (var snippet : shown) {
            var missing = neighbours(snippet).stream()
                    .filter(file -> !files.contains(file))
                    .toList();
            assertEquals(List.of(), missing, () -> snippet + " needs them");
        }
    }

    /** The files of its package that it names, and of which a reader has no artifact. */
    private static List<String> neighbours(Snippet snippet) {
        var own = Repository.ROOT.resolve(snippet.from());
        return Repository.files(".java").stream()
                .filter(file -> file.getParent().equals(own.getParent()) && !file.equals(own))
                .filter(file -> names(snippet, file.getFileName().toString().replace(".java", "")))
                .map(file -> Repository.ROOT.relativize(file).toString())
                .toList();
    }

    private static boolean names(Snippet snippet, String type) {
        return Pattern.compile("\\b" + type + "\\b").matcher(snippet.body()).find();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_is_of_maven_or_of_the_control_api_or_one_that_its_jar_understands(Snippet snippet) {
        for (var line : snippet.lines()) {
            var words = line.strip().split("\\s+");
            if (line.startsWith("java -jar ")) {
                // Commands that run beside the checkout name it.
                var command = JARS.get(words[2].replaceFirst("^psc-sdk/", ""));
                assertNotNull(command, line);
                var arguments = Arrays.copyOfRange(words, 3, words.length);
                assertDoesNotThrow(() -> command.get().parseArgs(arguments), line);
            } else {
                assertTrue(line.startsWith("mvn ") || ControlCallsTest.isCall(line), line);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void each_link_leads_somewhere(Markdown page) {
        var folder = Repository.ROOT.resolve(page.name()).getParent();

        for (var link : page.links()) {
            assertTrue(Files.exists(folder.resolve(link)), () -> "no " + link);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void each_picture_is_there_and_in_words_too(Markdown page) {
        var folder = Repository.ROOT.resolve(page.name()).getParent();

        for (var picture : page.pictures()) {
            assertTrue(Files.exists(folder.resolve(picture.file())), () -> "no " + picture.file());
            assertTrue(picture.words().length() > 20, () -> "say what " + picture.file() + " shows");
        }
    }

    @Test
    void every_picture_is_shown_by_a_page_and_there_are_at_most_twenty_of_windows() {
        var shown = pages().flatMap(page -> page.pictures().stream()
                        .map(picture -> Repository.ROOT
                                .resolve(page.name())
                                .resolveSibling(picture.file())
                                .normalize()))
                .collect(Collectors.toSet());

        var windows = Set.copyOf(Repository.files(".png"));
        var drawings = Repository.files(".svg").stream()
                .filter(file -> file.startsWith(Repository.ROOT.resolve("docs")))
                .collect(Collectors.toSet());
        assertTrue(windows.size() > 5 && windows.size() <= 20, () -> windows.size() + ": " + windows);
        assertEquals(Stream.of(windows, drawings).flatMap(Set::stream).collect(Collectors.toSet()), shown);
    }

    @Test
    void the_index_names_every_page() {
        var index = Repository.read("docs/index.md");

        var missing = pages().map(Markdown::name)
                .filter(name -> name.startsWith("docs/") && !name.equals("docs/index.md"))
                .filter(name -> !index.contains("(" + name.substring("docs/".length()) + ")"))
                .toList();

        assertEquals(List.of(), missing);
    }

    @Test
    void the_readme_gives_one_command_to_run_and_one_to_test() {
        var readme = Repository.read("README.md");

        for (var heading : List.of("## Run", "## Test")) {
            var section = readme.substring(readme.indexOf(heading + "\n"));
            var commands = new Markdown("README.md", section.substring(0, section.indexOf("\n## ", 1) + 1)).snippets();
            assertEquals(1, commands.size(), heading);
            assertEquals("sh", commands.get(0).language(), heading);
            assertEquals(1, commands.get(0).lines().size(), heading);
        }
    }

    @Test
    void nothing_is_claimed_of_ans() {
        assertTrue(Repository.read("README.md").contains("not affiliated with"));
    }

    private static Stream<Snippet> snippets(List<String> languages) {
        return pages().flatMap(page -> page.snippets().stream())
                .filter(snippet -> languages.contains(snippet.language()));
    }
}
