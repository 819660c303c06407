package io.github.pscsdk.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.documents.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a vendor gets who imports {@code psc-sdk-bom}. */
class BomTest {
    private static final Pom BOM = Pom.read(Repository.ROOT.resolve("sdk-core/bom/pom.xml"));

    @Test
    void the_bom_manages_every_artifact_that_is_depended_on_and_nothing_else() {
        var published = new TreeSet<String>();
        for (var module : publishedModules().filter(pom -> !isArchetype(pom)).toList()) {
            published.add(module.artifactId());
            if (module.isPlugin()) {
                published.add(module.artifactId() + ":plugin");
            }
        }

        var managed = BOM.managed().stream().map(BomTest::name).toList();

        assertTrue(published.size() > 15, () -> "only " + published + " were seen");
        assertEquals(List.copyOf(published), managed.stream().sorted().toList());
    }

    @Test
    void it_sets_the_version_of_our_own_artifacts_alone() {
        for (var entry : BOM.managed()) {
            assertEquals("io.github.pscsdk", entry.text("groupId"), entry::toString);
            assertEquals("${project.version}", entry.text("version"), entry::toString);
            // An import would bring in what somebody else manages.
            assertEquals("", entry.text("scope"), entry::toString);
        }
    }

    @Test
    void it_inherits_nothing_and_has_the_version_of_the_parent_of_the_modules() {
        var root = Pom.read(Repository.ROOT.resolve("pom.xml"));

        assertTrue(BOM.parent().isEmpty(), "what its parent manages would be imported with it");
        assertEquals(root.text("version"), BOM.text("version"));
        assertEquals(root.text("groupId"), BOM.text("groupId"));
    }

    @Test
    void the_consumer_projects_are_given_all_of_it() {
        var consumers = Pom.read(Repository.ROOT.resolve("sdk-core/consumers/pom.xml"));

        var given = consumers.dependencies().stream().map(BomTest::name).toList();

        var expected = BOM.managed().stream().map(BomTest::name).collect(Collectors.toCollection(ArrayList::new));
        expected.add(BOM.artifactId());
        publishedModules().filter(BomTest::isArchetype).map(Pom::artifactId).forEach(expected::add);
        assertEquals(
                expected.stream().sorted().toList(), given.stream().sorted().toList());
    }

    private static Stream<Pom> publishedModules() {
        return Repository.files("/pom.xml").stream()
                .filter(file -> Repository.ROOT
                        .relativize(file)
                        .toString()
                        .matches("(sdk-api|sdk-core|plugins)/(?!(.*/)?src/).*pom\\.xml"))
                .map(Pom::read)
                .filter(pom -> !pom.text("packaging").equals("pom"))
                .filter(Pom::isPublished);
    }

    /** Projects are generated from it; none depends on it. */
    private static boolean isArchetype(Pom pom) {
        return pom.text("packaging").equals("maven-archetype");
    }

    private static String name(Pom.Part dependency) {
        var classifier = dependency.text("classifier");
        return dependency.text("artifactId") + (classifier.isEmpty() ? "" : ":" + classifier);
    }
}
