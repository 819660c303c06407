package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseContentsTest {
    private static final byte[] NOTHING = {};

    @TempDir
    private Path folder;

    private static byte[] archive(String entry, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("first.txt"));
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
            zip.putNextEntry(new ZipEntry("last.txt"));
        }
        return bytes.toByteArray();
    }

    @Test
    void every_archive_is_read_whatever_its_name_and_however_deep_it_lies() throws Exception {
        var inner = archive("io/github/pscsdk/plugin/stub/StubAuthenticator.class", NOTHING);
        var release = Files.write(folder.resolve("app.jar"), archive("BOOT-INF/lib/data.bin", inner));

        var contents = ReleaseContents.of(release);

        assertEquals(
                List.of("app.jar!BOOT-INF/lib/data.bin!io/github/pscsdk/plugin/stub/StubAuthenticator.class"),
                contents.testParts());
        assertTrue(contents.has("last.txt"), "and what comes after it");
        assertEquals("ReleaseContents[7]", contents.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io/github/pscsdk/testkit/simulator/PscSimulator.class",
                "shaded/io/github/pscsdk/testkit/simulator/internal/Pages.class",
                "META-INF/maven/io.github.pscsdk/psc-sdk-test-stub/pom.properties",
                "BOOT-INF/lib/psc-sdk-simulator-1.0.0.jar",
                "BOOT-INF/lib/psc-sdk-virtual-card-1.0.0.jar",
                "BOOT-INF/lib/psc-sdk-authenticator-contract-1.0.0.jar",
                "relocated/personas.json"
            })
    void what_belongs_to_the_simulator_or_the_stub_is_found(String entry) throws Exception {
        Files.write(folder.resolve("app.jar"), archive(entry, NOTHING));

        assertEquals(List.of("app.jar!" + entry), ReleaseContents.of(folder).testParts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io/github/pscsdk/plugin/cps/CpsAuthenticator.class",
                "io/github/pscsdk/plugin/stubborn/Vendor.class",
                "com/vendor/testkitchen/Menu.class",
                "lib/psc-sdk-workstation-1.0.0.jar"
            })
    void what_a_vendor_ships_is_not_taken_for_it(String entry) throws Exception {
        Files.write(folder.resolve("app.jar"), archive(entry, NOTHING));
        var contents = ReleaseContents.of(folder);

        assertEquals(List.of(), contents.testParts());
        assertTrue(contents.has(entry));
        assertFalse(contents.has("Vendor.class/"));
    }

    @Test
    void an_empty_folder_proves_nothing() {
        assertThrows(IllegalArgumentException.class, () -> ReleaseContents.of(folder));
    }
}
