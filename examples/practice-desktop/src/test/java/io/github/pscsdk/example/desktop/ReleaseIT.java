package io.github.pscsdk.example.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.ReleaseContents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a release consists of: the folder that jpackage is given. */
class ReleaseIT {
    private static final Path APP = Path.of("target", "app");
    private static final Pattern SERVER_HALF =
            Pattern.compile(".*io/github/pscsdk/(proxy|example/santefr|relyingparty)/.*");

    @Test
    void a_release_contains_neither_stub_nor_simulator_nor_a_server_half() throws Exception {
        var release = ReleaseContents.of(APP);

        assertTrue(release.has("io/github/pscsdk/example/desktop/PracticeDesktop.class"));
        assertTrue(release.has("io/github/pscsdk/plugin/cps/CpsAuthenticator.class"), "the plug-ins were read");
        assertEquals(List.of(), release.testParts());
        assertEquals(
                List.of(),
                release.entries().stream()
                        .filter(name -> SERVER_HALF.matcher(name).matches())
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
}
