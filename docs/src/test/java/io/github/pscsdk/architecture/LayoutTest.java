package io.github.pscsdk.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.documents.Repository;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a vendor runs or depends on is published, and depends on nothing that is not. */
class LayoutTest {
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>io\\.github\\.pscsdk</groupId>\\s*<artifactId>([\\w-]+)</artifactId>(.*?)</dependency>",
            Pattern.DOTALL);
    private static final Pattern OWN_ARTIFACT =
            Pattern.compile("(?:</parent>|<modelVersion>4.0.0</modelVersion>)\\s*(?:<groupId>[\\w.]+</groupId>\\s*)?"
                    + "<artifactId>([\\w-]+)</artifactId>");

    @Test
    void nothing_published_depends_on_what_is_not() {
        var published = modules().filter(LayoutTest::isPublished).toList();
        var artifacts = published.stream().map(LayoutTest::artifact).collect(Collectors.toSet());

        var wrong = published.stream()
                .flatMap(pom -> dependencies(pom)
                        .filter(artifact -> !artifacts.contains(artifact))
                        .map(artifact -> artifact(pom) + " -> " + artifact))
                .toList();

        assertEquals(List.of(), wrong);
        assertTrue(published.size() > 15, () -> "only " + artifacts);
    }

    @Test
    void what_is_published_stands_in_the_core_or_among_the_plug_ins() {
        var elsewhere = modules()
                .filter(LayoutTest::isPublished)
                .map(Path::toString)
                .filter(pom -> !pom.matches("(sdk-api|sdk-core|plugins)/.*|pom\\.xml"))
                .toList();

        assertEquals(List.of(), elsewhere);
        assertTrue(Repository.read("examples/pom.xml").contains("<maven.deploy.skip>true</maven.deploy.skip>"));
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

    private static Stream<Path> modules() {
        return Repository.files("pom.xml").stream()
                .map(Repository.ROOT::relativize)
                .filter(pom -> !pom.toString().contains("src" + File.separator));
    }

    private static boolean isPublished(Path pom) {
        return !pom.startsWith("examples")
                && !Repository.read(pom.toString()).contains("<maven.deploy.skip>true</maven.deploy.skip>");
    }

    private static String artifact(Path pom) {
        var matcher = OWN_ARTIFACT.matcher(Repository.read(pom.toString()));
        assertTrue(matcher.find(), () -> pom + " names no artifact");
        return matcher.group(1);
    }

    /** Those that whoever uses the artifact gets, or is asked to bring. */
    private static Stream<String> dependencies(Path pom) {
        var text =
                Repository.read(pom.toString()).replaceAll("(?s)<dependencyManagement>.*?</dependencyManagement>", "");
        return DEPENDENCY
                .matcher(text)
                .results()
                .filter(match -> !match.group(2).contains("<scope>test</scope>"))
                .map(match -> match.group(1));
    }

    private static String home(String uri) {
        return uri.contains("!") ? uri.substring(0, uri.indexOf('!')) : uri.replaceAll("/io/github/.*", "");
    }
}
