package io.github.pscsdk.example.santefr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.guide.SantefrGuide;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormSettingsTest {
    private static final String COMPLETE = """
            {"port":8090,"database":"data/santefr",
             "introspection":{"endpoint":"http://127.0.0.1:1/introspect","clientId":"form","clientSecret":"s3cret"}}
            """;

    @TempDir
    Path folder;

    @Test
    void reads_a_file() throws Exception {
        var settings = FormSettings.read(file(COMPLETE), Map.of());

        assertEquals(8090, settings.port());
        assertEquals(Path.of("data/santefr"), settings.database());
        assertEquals("IntrospectionClient[127.0.0.1]", settings.callers().toString());
        assertFalse(settings.toString().contains("s3cret"));
    }

    @Test
    void reads_addresses_that_the_login_guide_does_not_give() throws Exception {
        var settings = FormSettings.read(
                file(COMPLETE.replace(
                        "\"port\":8090", "\"guideAddresses\":{\"unlock\":\"https://unlock.example 2026-11-02\"}")),
                Map.of());

        var unlock = SantefrGuide.in(Locale.FRENCH, settings.guideAddresses())
                .step("unlock_procedure")
                .orElseThrow();
        assertEquals(
                Optional.of(URI.create("https://unlock.example")),
                unlock.links().get(0).address());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "\"port\":8090 > \"port\":\"8090\" > configuration: port must be a whole number",
                "\"clientSecret\":\"s3cret\" > \"clientSecret\":\"\" > configuration: introspection.clientSecret is missing",
                "\"port\" > \"prot\" > configuration: the document has an unknown member",
            })
    void names_what_is_wrong(String from, String to, String message) throws Exception {
        var file = file(COMPLETE.replace(from, to));

        var refusal = assertThrows(IllegalArgumentException.class, () -> FormSettings.read(file, Map.of()));

        assertEquals(message, refusal.getMessage());
    }

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("form.json"), text);
    }
}
