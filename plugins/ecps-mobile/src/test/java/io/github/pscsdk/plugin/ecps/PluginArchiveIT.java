package io.github.pscsdk.plugin.ecps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** After packaging: the archive that goes into a plug-in folder. */
class PluginArchiveIT {
    private static final String HOME = "io/github/pscsdk/plugin/ecps/";

    @Test
    void the_manifest_says_what_the_engine_asks_of_a_plug_in() throws Exception {
        try (var archive = archive()) {
            var manifest = archive.getManifest().getMainAttributes();

            assertEquals("ecps", manifest.getValue("Plugin-Id"));
            assertEquals(">=1.0.0 & <2.0.0", manifest.getValue("Plugin-Requires"));
            assertTrue(manifest.getValue("Plugin-Version").startsWith("1."));
            assertTrue(!manifest.getValue("Plugin-Provider").isBlank());
        }
    }

    @Test
    void the_archive_holds_the_plug_in_and_nothing_that_the_engine_brings() throws Exception {
        try (var archive = archive()) {
            var files = archive.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(entry -> entry.getName())
                    .filter(name -> !name.startsWith("META-INF/maven/"))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertEquals(
                    new TreeSet<>(Set.of(
                            "META-INF/MANIFEST.MF",
                            "META-INF/extensions.idx",
                            HOME + "EcpsAuthenticator.class",
                            HOME + "package-info.class")),
                    files);
        }
    }

    private static JarFile archive() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            var archive = files.filter(file -> file.getFileName().toString().endsWith("-plugin.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no plug-in archive: run the build up to the phase verify"));
            return new JarFile(archive.toFile());
        }
    }
}
