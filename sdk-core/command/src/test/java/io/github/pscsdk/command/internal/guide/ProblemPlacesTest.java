package io.github.pscsdk.command.internal.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.guide.SantefrGuide;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemPlacesTest {
    @TempDir
    private Path plugins;

    @ParameterizedTest
    @CsvSource({
        "PSC-003, ecps_not_known",
        "' psc-040 ', vendor_support",
        "IDN-004, identifier",
        "PLG-001, workstation",
        "CLI-001, workstation"
    })
    void a_code_of_the_sdk_or_of_the_command_has_its_place(String code, String step) {
        assertEquals(Optional.of(step), step(code));
    }

    @Test
    void so_has_one_that_an_archive_of_the_folder_names() throws Exception {
        archive(
                "badge.jar",
                Map.of(
                        "org/badge/problems_en.properties",
                        "BDG-001.title=The badge is lost.\nBDG-002.title=No.\nBDG-003.title=No.",
                        "org/badge/problems_fr.properties",
                        "BDG-001.title=Le badge est perdu.",
                        "org/badge/problems.properties",
                        "BDG-001.guide=identifier\nBDG-002.guide=of_a_later_version"));

        var place = places(Locale.FRENCH).of("BDG-001").orElseThrow();

        assertEquals("BDG-001 Le badge est perdu.", place.title());
        assertEquals("identifier", place.step().id());
        assertEquals(Optional.of("start"), step("BDG-002"), "a step that is not there");
        assertEquals(Optional.of("start"), step("BDG-003"), "no step");
    }

    @Test
    void a_code_that_nobody_knows_has_none_whatever_lies_in_the_folder() throws Exception {
        Files.writeString(plugins.resolve("broken.jar"), "no archive");
        archive("other.jar", Map.of("problems_en.properties", "BDG-001.title=The badge is lost \\u00zz"));

        assertEquals(Optional.empty(), step("BDG-001"));
        assertEquals(
                Optional.empty(),
                new ProblemPlaces(SantefrGuide.in(Locale.ENGLISH), plugins.resolve("absent")).of("BDG-001"));
    }

    private Optional<String> step(String code) {
        return places(Locale.ENGLISH).of(code).map(place -> place.step().id());
    }

    private ProblemPlaces places(Locale locale) {
        return new ProblemPlaces(SantefrGuide.in(locale), plugins);
    }

    private void archive(String name, Map<String, String> files) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(plugins.resolve(name)))) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
