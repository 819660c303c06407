package io.github.pscsdk.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.documents.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The classes that {@code -Pmutation} changes, and the tests that find each change: few, and quick. */
class GuardsTest {
    private static final int MOST = 60;
    private static final Pattern SOCKETS =
            Pattern.compile("\\b(PscSimulator|MockWebServer|ServerSocket|HttpClient|HttpServer|Postgres|Redis)\\b");

    /** What one module names, as source files. */
    private record Guards(Path module, List<Path> classes, List<Path> tests) {
        static Optional<Guards> of(Path pom) {
            var configuration = Pom.read(pom).project().child("build").stream()
                    .flatMap(build -> build.children("plugins"))
                    .flatMap(plugins -> plugins.children("plugin"))
                    .filter(plugin -> plugin.text("artifactId").equals("pitest-maven"))
                    .flatMap(plugin -> plugin.children("configuration"))
                    .findFirst();
            var module = pom.getParent();
            return configuration.map(found -> new Guards(
                    module,
                    sources(found, "targetClasses", module.resolve("src/main/java")),
                    sources(found, "targetTests", module.resolve("src/test/java"))));
        }

        /** Members of a class are named with it. */
        private static List<Path> sources(Pom.Part configuration, String list, Path folder) {
            return configuration
                    .child(list)
                    .orElseThrow()
                    .children("param")
                    .map(Pom.Part::toString)
                    .filter(name -> !name.contains("$"))
                    .map(name -> folder.resolve(name.replace("*", "").replace('.', '/') + ".java"))
                    .toList();
        }
    }

    private static List<Guards> guards() {
        return Repository.files("pom.xml").stream()
                .filter(file -> !file.toString().contains("/src/"))
                .flatMap(pom -> Guards.of(pom).stream())
                .toList();
    }

    @Test
    void no_more_than_sixty_classes_are_changed_and_each_is_there() {
        var classes =
                guards().stream().flatMap(module -> module.classes().stream()).toList();

        assertTrue(classes.size() > 40, () -> classes.size() + " classes");
        assertTrue(classes.size() <= MOST, () -> classes.size() + " classes");
        assertEquals(List.of(), missing(classes.stream()));
    }

    @Test
    void the_tests_that_find_each_change_are_there_and_open_no_socket() {
        var tests = guards().stream().flatMap(module -> module.tests().stream()).toList();

        assertEquals(List.of(), missing(tests.stream()));
        assertEquals(
                List.of(),
                tests.stream()
                        .filter(test -> SOCKETS.matcher(text(test)).find())
                        .map(Path::getFileName)
                        .map(Path::toString)
                        .toList());
    }

    private static List<String> missing(Stream<Path> sources) {
        return sources.filter(file -> !Files.exists(file)).map(Path::toString).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
