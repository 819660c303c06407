package io.github.pscsdk.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.documents.Repository;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a vendor runs or depends on is published, and depends on nothing that is not. */
class LayoutTest {
    private static final Path EXAMPLES = Path.of("examples");

    @Test
    void nothing_published_depends_on_what_is_not() {
        var published =
                poms().filter(LayoutTest::isPublished).map(LayoutTest::read).toList();
        var artifacts = published.stream().map(Pom::artifactId).collect(Collectors.toSet());

        var wrong = published.stream()
                .flatMap(pom -> pom.dependencies().stream()
                        .filter(dependency -> dependency.text("groupId").equals("io.github.pscsdk")
                                && !dependency.text("scope").equals("test"))
                        .map(dependency -> dependency.text("artifactId"))
                        .filter(artifact -> !artifacts.contains(artifact))
                        .map(artifact -> pom.artifactId() + " -> " + artifact))
                .toList();

        assertEquals(List.of(), wrong);
        assertTrue(published.size() > 15, () -> "only " + artifacts);
    }

    @Test
    void what_is_published_stands_in_the_core_or_among_the_plug_ins() {
        var elsewhere = poms().filter(LayoutTest::isPublished)
                .filter(pom -> pom.getNameCount() > 1)
                .filter(pom -> !Set.of("sdk-api", "sdk-core", "plugins")
                        .contains(pom.getName(0).toString()))
                .toList();

        assertEquals(List.of(), elsewhere);
        assertFalse(read(EXAMPLES.resolve("pom.xml")).isPublished());
    }

    /** Maven Central wants the pages of each archive, and javadoc makes none where it leaves everything out. */
    @Test
    void what_is_published_has_packages_for_users_or_has_javadoc_leave_nothing_out() {
        var without = poms().filter(LayoutTest::isPublished)
                .filter(pom -> Set.of("", "jar").contains(read(pom).text("packaging")))
                .filter(pom -> !read(pom).property("javadoc.excluded").equals("none"))
                .filter(pom -> packages(pom).allMatch(name -> name.contains("/internal")))
                .toList();

        assertEquals(List.of(), without);
    }

    private static Stream<String> packages(Path pom) {
        var sources = Repository.ROOT.resolve(pom).resolveSibling("src/main/java");
        return Repository.files("package-info.java").stream()
                .filter(file -> file.startsWith(sources))
                .map(file -> sources.relativize(file.getParent()).toString().replace(File.separatorChar, '/'));
    }

    @Test
    void no_package_is_in_two_artifacts() {
        var homes = Modules.SHIPPED.stream()
                .filter(type -> type.getSource().isPresent())
                .collect(Collectors.groupingBy(
                        type -> type.getPackageName(),
                        Collectors.mapping(
                                type -> home(type.getSource().get().getUri().toString()), Collectors.toSet())));

        var torn = homes.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertEquals(Map.of(), torn);
        assertTrue(Set.copyOf(homes.values()).size() > 15, "every artifact was looked at");
    }

    /** In a shaded archive, two versions of a library that has changed its name would be mixed class by class. */
    @Test
    void no_class_of_a_library_is_in_two_archives() throws IOException {
        var homes = new TreeMap<String, Set<String>>();
        for (var archive : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (archive.endsWith(".jar")) {
                try (var jar = new JarFile(archive)) {
                    jar.stream()
                            .map(JarEntry::getName)
                            .filter(name -> name.endsWith(".class")
                                    && !name.startsWith("META-INF/")
                                    && !name.endsWith("-info.class"))
                            .forEach(name -> homes.computeIfAbsent(name, none -> new TreeSet<>())
                                    .add(Path.of(archive).getFileName().toString()));
                }
            }
        }

        var twice =
                homes.values().stream().filter(archives -> archives.size() > 1).collect(Collectors.toSet());

        assertEquals(Set.of(), twice);
        assertTrue(homes.containsKey("okio/Okio.class"), "the libraries were looked at");
    }

    /** Those of the modules, from the top folder. */
    private static Stream<Path> poms() {
        return Repository.files("pom.xml").stream()
                .map(Repository.ROOT::relativize)
                .filter(pom -> !pom.toString().contains("src" + File.separator));
    }

    /** No module of an example says it again: their parent does. */
    private static boolean isPublished(Path pom) {
        return !pom.startsWith(EXAMPLES) && read(pom).isPublished();
    }

    private static Pom read(Path pom) {
        return Pom.read(Repository.ROOT.resolve(pom));
    }

    private static String home(String uri) {
        return uri.contains("!") ? uri.substring(0, uri.indexOf('!')) : uri.replaceAll("/io/github/.*", "");
    }
}
