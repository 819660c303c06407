package io.github.pscsdk.example.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What a release consists of: the folder that jpackage is given. */
class ReleaseIT {
    private static final Path APP = Path.of("target", "app");
    private static final Pattern TEST_ONLY =
            Pattern.compile("io/github/pscsdk/(plugin/stub|testkit|example/proxy|example/santefr|relyingparty)/.*");

    @Test
    void a_release_contains_neither_stub_nor_simulator_nor_a_server_half() throws Exception {
        var entries = new ArrayList<String>();
        try (var files = Files.walk(APP)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                try (var in = Files.newInputStream(file)) {
                    entries(in, entries);
                }
            }
        }

        assertTrue(entries.contains("io/github/pscsdk/example/desktop/PracticeDesktop.class"));
        assertTrue(entries.contains("io/github/pscsdk/plugin/cps/CpsAuthenticator.class"), "the plug-ins were read");
        assertEquals(
                List.of(),
                entries.stream()
                        .filter(name -> TEST_ONLY.matcher(name).matches())
                        .toList());
    }

    @Test
    void nothing_in_a_release_names_the_stub() throws Exception {
        try (var files = Files.list(APP.resolve("plugins"))) {
            assertEquals(
                    List.of("psc-sdk-cps-reader-plugin.jar", "psc-sdk-ecps-mobile-plugin.jar"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        var defaults = Files.readString(Path.of("src", "main", "dist", "practice-desktop.properties"));
        assertFalse(defaults.contains("stub"));
        assertTrue(Files.readString(Path.of("src", "main", "dist", "qa.properties"), StandardCharsets.UTF_8)
                .contains("login.means = stub"));
    }

    /** Of archives within archives too. */
    private static void entries(InputStream archive, List<String> names) throws IOException {
        var zip = new ZipInputStream(archive);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            names.add(entry.getName());
            if (entry.getName().endsWith(".jar")) {
                entries(zip, names);
            }
        }
    }
}
