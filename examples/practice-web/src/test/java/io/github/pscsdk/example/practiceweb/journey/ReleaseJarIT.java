package io.github.pscsdk.example.practiceweb.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.ReleaseContents;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in the jar that is released, and in the jars within. */
class ReleaseJarIT {
    private static ReleaseContents release;

    @BeforeAll
    static void read() throws Exception {
        release = ReleaseContents.of(PackagedPractice.JAR);
    }

    @Test
    void it_holds_neither_simulator_nor_test_kit_nor_stub() {
        var forOtherTests = Pattern.compile(".*(pscsdk/(plugin|example/(chromium|console))/"
                + "|lib/(junit|selenium|bcp|bcprov|assertj|spring-test|spring-boot-test)).*");

        assertEquals(List.of(), release.testParts());
        assertEquals(
                List.of(),
                release.entries().stream()
                        .filter(name -> forOtherTests.matcher(name).matches())
                        .toList());
    }

    @Test
    void it_holds_what_it_runs_with_so_the_test_above_has_looked() {
        for (var name : List.of(
                "BOOT-INF/classes/io/github/pscsdk/example/practiceweb/PracticeWeb.class",
                "io/github/pscsdk/relyingparty/RelyingParty.class",
                "io/github/pscsdk/loginui/PscButton.class",
                "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports")) {
            assertTrue(release.has(name), name);
        }
        assertTrue(release.entries().size() > 5_000, release::toString);
    }

    @Test
    void of_jackson_and_kotlin_there_is_one_version_each() {
        for (var library : List.of("jackson-databind", "kotlin-stdlib", "slf4j-api", "logback-core")) {
            var found = release.entries().stream()
                    .filter(name -> name.matches(".*!BOOT-INF/lib/" + library + "-\\d[^!]*\\.jar"))
                    .toList();
            assertEquals(1, found.size(), found::toString);
        }
    }
}
