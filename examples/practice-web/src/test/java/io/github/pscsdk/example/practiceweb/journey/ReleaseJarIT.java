package io.github.pscsdk.example.practiceweb.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in the jar that is released, and in the jars within. */
class ReleaseJarIT {
    private static final List<String> NAMES = new ArrayList<>();

    @BeforeAll
    static void readNames() throws Exception {
        try (var jar = Files.newInputStream(PackagedPractice.JAR)) {
            list(jar, "");
        }
    }

    private static void list(InputStream in, String within) throws IOException {
        var zip = new ZipInputStream(in);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            NAMES.add(within + entry.getName());
            if (entry.getName().endsWith(".jar")) {
                list(zip, entry.getName() + "!");
            }
        }
    }

    @Test
    void it_holds_neither_simulator_nor_test_kit_nor_stub() {
        var forbidden = Stream.<Predicate<String>>of(
                name -> name.contains("pscsdk/testkit/"),
                name -> name.contains("pscsdk/plugin/"),
                name -> name.contains("pscsdk/example/chromium/"),
                name -> name.contains("pscsdk/example/console/"),
                name -> name.matches(".*lib/psc-sdk-(testkit|test-stub|example-chromium|example-console).*"),
                name -> name.matches(".*lib/(junit|selenium|bcp|bcprov|assertj|spring-test|spring-boot-test).*"),
                name -> name.endsWith("personas.json"));

        assertEquals(
                List.of(),
                NAMES.stream()
                        .filter(forbidden.reduce(name -> false, Predicate::or))
                        .toList());
    }

    @Test
    void it_holds_what_it_runs_with_so_the_test_above_has_looked() {
        for (var name : List.of(
                "BOOT-INF/classes/io/github/pscsdk/example/practiceweb/PracticeWeb.class",
                "!io/github/pscsdk/relyingparty/RelyingParty.class",
                "!io/github/pscsdk/loginui/PscButton.class",
                "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports")) {
            assertTrue(NAMES.stream().anyMatch(entry -> entry.endsWith(name)), name);
        }
        assertTrue(NAMES.size() > 5_000, () -> "only " + NAMES.size());
    }

    @Test
    void of_jackson_and_kotlin_there_is_one_version_each() {
        for (var library : List.of("jackson-databind", "kotlin-stdlib", "slf4j-api", "logback-core")) {
            var found = NAMES.stream()
                    .filter(name -> name.matches("BOOT-INF/lib/" + library + "-\\d.*\\.jar"))
                    .toList();
            assertEquals(1, found.size(), found::toString);
        }
    }
}
