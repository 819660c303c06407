package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of the starter's settings, against the metadata that the build writes for editors. */
class SpringSettingsTableTest {
    private static final Pattern PROPERTIES = Pattern.compile("\"properties\": \\[(.*?)\\n  ]", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\"name\": \"(psc\\.[^\"]+)\"");
    private static final Pattern WRITTEN = Pattern.compile("`(psc\\.[^`]+)`");

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_table_has_every_setting_and_no_other() throws IOException {
        var properties = PROPERTIES.matcher(metadata());
        assertTrue(properties.find());
        var page = Repository.read("docs/spring-boot.md");
        var table = page.substring(page.indexOf("## Settings"), page.indexOf("## What to declare"));

        assertEquals(all(NAME, properties.group(1)), all(WRITTEN, table));
    }

    private static String metadata() throws IOException {
        try (var in =
                SpringSettingsTableTest.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
