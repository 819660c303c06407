package io.github.pscsdk.pluginhost.internal.archive;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.testkit.support.PluginJar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The largest archive, manifest and range that a host takes, and the first that it does not. */
class ManifestRulesTest {
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name_the_file() {
        file = folder.resolve("any.jar");
    }

    private String refused(PluginJar archive) throws Exception {
        archive.writeTo(file);
        return refused();
    }

    private String refused() {
        var refusal = assertThrows(Refusal.class, () -> PluginManifest.read(file));
        assertEquals(PluginProblem.NOT_A_PLUGIN, refusal.problem());
        return refusal.getMessage();
    }

    // ---- manifest ---------------------------------------------------------------------------------------------------

    @Test
    void a_manifest_says_which_plug_in_it_is_and_for_which_contract() throws Exception {
        var manifest = PluginManifest.read(
                PluginJar.named("good.jar").with("Plugin-Requires", " ^1.0.0 ").writeTo(file));

        assertEquals(new PluginManifest("good", "1.0.0", Optional.of("^1.0.0")), manifest);
        assertEquals(Map.of("plugin", "good", "version", "1.0.0"), manifest.facts());
        assertTrue(manifest.compareVersion("1.0.1") < 0);
        assertTrue(manifest.compareVersion("0.9.9") > 0);
        assertEquals(0, manifest.compareVersion("1.0.0"));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "64, true", "65, false"})
    void an_id_has_1_to_64_characters(int length, boolean taken) throws Exception {
        var archive = PluginJar.named("good.jar").with("Plugin-Id", "a".repeat(length));

        if (taken) {
            assertEquals(
                    "a".repeat(length),
                    PluginManifest.read(archive.writeTo(file)).id());
        } else {
            assertEquals("has no usable Plugin-Id", refused(archive));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", ".hidden", "a/b", "a b", "-a", "é"})
    void an_id_that_no_file_should_be_named_by_is_refused(String id) throws Exception {
        assertEquals(
                "has no usable Plugin-Id", refused(PluginJar.named("good.jar").with("Plugin-Id", id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.0", "a.b.c", "1.0.0-", "1.0.0-+", "01.0.0", "1.0.0/..", "4294967296.0.0"})
    void a_version_that_cannot_be_compared_is_refused(String version) throws Exception {
        assertEquals(
                "has no usable Plugin-Version",
                refused(PluginJar.named("good.jar").with("Plugin-Version", version)));
    }

    @Test
    void a_plug_in_that_needs_another_archive_is_refused() throws Exception {
        assertEquals(
                "depends on another plug-in; pack it into one archive",
                refused(PluginJar.named("good.jar").with("Plugin-Dependencies", "other@1.0.0")));
        assertEquals(
                "has a Class-Path; pack what it needs into one archive",
                refused(PluginJar.named("good.jar").with("Class-Path", "lib/other.jar")));
        assertDoesNotThrow(() -> PluginManifest.read(PluginJar.named("good.jar")
                .with("Plugin-Dependencies", " ")
                .with("Class-Path", " ")
                .writeTo(file)));
    }

    @Test
    void an_archive_without_a_manifest_is_none() throws Exception {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("a/One.class"));
        }

        assertEquals("has no manifest", refused());
    }

    // ---- range of contracts -----------------------------------------------------------------------------------------

    private static String refused(String requires) {
        var refusal = assertThrows(
                Refusal.class,
                () -> new PluginManifest("any", "1.0.0", Optional.ofNullable(requires)).checkContract("1.2.0"));
        assertEquals(PluginProblem.INCOMPATIBLE, refusal.problem());
        var facts = refusal.about("any.jar").get(0).facts();
        assertEquals("1.2.0", facts.get("contract"));
        assertEquals("any", facts.get("plugin"));
        assertEquals(requires, facts.get("requires"));
        return refusal.getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "^1.0.0, ''",
        "^1.2.0, ''",
        "^1.2.1, was made for another version of the contract",
        "<1.2.0, was made for another version of the contract",
        "<=1.2.0, ''",
        "^2.0.0, was made for another version of the contract",
        "1.2.0, states no upper bound in Plugin-Requires",
        ">=1.0.0, states no upper bound in Plugin-Requires",
        ">=2.0.0, states no upper bound in Plugin-Requires",
        "*, states no upper bound in Plugin-Requires",
        "<1000000.0.1, states no upper bound in Plugin-Requires",
        "nonsense, has an unreadable Plugin-Requires",
        "(, has an unreadable Plugin-Requires"
    })
    void a_plug_in_is_for_this_contract_and_states_where_that_ends(String requires, String why) throws Exception {
        if (why.isEmpty()) {
            new PluginManifest("any", "1.0.0", Optional.of(requires)).checkContract("1.2.0");
        } else {
            assertEquals(why, refused(requires));
        }
    }

    @Test
    void a_plug_in_without_a_range_is_refused() {
        assertEquals("has no Plugin-Requires", refused((String) null));
    }

    @ParameterizedTest
    @CsvSource({"100, true", "101, false"})
    void a_range_of_more_than_a_hundred_characters_is_not_read(int length, boolean taken) throws Exception {
        var requires = "^1.0.0" + " ".repeat(length - 6);

        if (taken) {
            new PluginManifest("any", "1.0.0", Optional.of(requires)).checkContract("1.2.0");
        } else {
            assertEquals("has an unreadable Plugin-Requires", refused(requires));
        }
    }

    // ---- bounds -----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"0, ''", "1, the archive is larger than 256 MiB"})
    void a_file_has_256_mib_at_most(int more, String why) throws Exception {
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((256L << 20) + more);
        }

        if (why.isEmpty()) {
            assertDoesNotThrow(() -> ArchiveBounds.checkFile(file));
        } else {
            assertEquals(
                    why,
                    assertThrows(Refusal.class, () -> ArchiveBounds.checkFile(file))
                            .getMessage());
        }
    }

    @Test
    void what_is_no_file_is_not_opened() {
        assertEquals(
                "is a directory",
                assertThrows(Refusal.class, () -> ArchiveBounds.checkFile(folder))
                        .getMessage());
        assertEquals(
                "is not there any more, or a link to nothing",
                assertThrows(Refusal.class, () -> ArchiveBounds.checkFile(file)).getMessage());
    }

    @ParameterizedTest
    @CsvSource({"/dev/null"})
    void a_device_is_no_file(Path device) {
        assertEquals(
                "is no file",
                assertThrows(Refusal.class, () -> ArchiveBounds.checkFile(device))
                        .getMessage());
    }

    /** Has the archive say that each of its files, but for the manifest, is so large. */
    private void say(long size) throws Exception {
        ZipRecords.forge(file, ZipRecords.DIRECTORY_ENTRY, (bytes, at) -> {
            var name = new byte[bytes.getShort(at + 28)];
            for (var i = 0; i < name.length; i++) {
                name[i] = bytes.get(at + 46 + i);
            }
            if (!new String(name, java.nio.charset.StandardCharsets.US_ASCII).startsWith("META-INF/")) {
                bytes.putInt(at + 24, (int) size);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"Any.class, 0, ''", "Any.class, 1, a file in the archive is larger than 16 MiB", "Any.txt, 1, ''"})
    void a_class_has_16_mib_at_most(String name, int more, String why) throws Exception {
        PluginJar.named("good.jar").entry(name, "").writeTo(file);
        say(16L * MEBIBYTE + more);

        if (why.isEmpty()) {
            assertEquals("good", PluginManifest.read(file).id());
        } else {
            assertEquals(why, refused());
        }
    }

    @Test
    void all_files_have_a_gibibyte_together_at_most() throws Exception {
        var manifest =
                PluginJar.named("good.jar").entry("one", "").entry("two", "").writeTo(file);
        long own;
        try (var jar = new java.util.jar.JarFile(manifest.toFile())) {
            own = jar.getEntry("META-INF/MANIFEST.MF").getSize();
        }
        var half = (1024L * MEBIBYTE - own) / 2;
        say(half);
        if ((1024L * MEBIBYTE - own) % 2 == 0) {
            assertEquals("good", PluginManifest.read(file).id(), "exactly a gibibyte");
        }
        say(half + 1);
        assertEquals("unpacked, the archive is larger than 1024 MiB", refused());
        say(1024L * MEBIBYTE + 1);
        assertEquals("a file in the archive is larger than 1024 MiB", refused());
        say(0xFFFFFFFEL);
        assertEquals("a file in the archive is larger than 1024 MiB", refused());
    }

    @ParameterizedTest
    @CsvSource({"7, 0, ''", "7, 1, the manifest with the signatures is larger than 8 MiB"})
    void manifest_and_signatures_have_8_mib_together_at_most(int mebibytes, int more, String why) throws Exception {
        var archive = PluginJar.named("good.jar").bomb("META-INF/A.SF", mebibytes);
        long own;
        try (var jar = new java.util.jar.JarFile(archive.writeTo(file).toFile())) {
            own = jar.getEntry("META-INF/MANIFEST.MF").getSize();
        }
        archive.entry("META-INF/B.EC", " ".repeat((int) (MEBIBYTE - own + more)))
                .writeTo(file);

        if (why.isEmpty()) {
            assertEquals("good", PluginManifest.read(file).id());
        } else {
            assertEquals(why, refused());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"META-INF/A.DSA", "META-INF/a.ec", "META-INF/A.RSA", "meta-inf/sig-a", "META-INF/index.list"})
    void each_file_of_a_signature_counts(String name) throws Exception {
        assertEquals(
                "the manifest with the signatures is larger than 8 MiB",
                refused(PluginJar.named("good.jar").bomb(name, 9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"META-INF/A.TXT", "META-INFX/A.SF", "A.SF", "MANIFEST.MF", "X/META-INF/A.SF"})
    void a_file_that_is_of_no_signature_may_be_larger(String name) throws Exception {
        assertEquals(
                "good",
                PluginManifest.read(PluginJar.named("good.jar").bomb(name, 9).writeTo(file))
                        .id());
    }

    @ParameterizedTest
    @CsvSource({"65534, ''", "65535, the archive has more than 65534 entries"})
    void an_archive_says_that_it_has_65534_entries_at_most(int entries, String why) throws Exception {
        PluginJar.named("good.jar").writeTo(file);
        ZipRecords.forge(file, ZipRecords.END, (bytes, at) -> bytes.putShort(at + 10, (short) entries));

        assertDirectory(why);
    }

    @ParameterizedTest
    @CsvSource({
        "16777216, ''",
        "16777217, the archive's list of entries is larger than 16 MiB",
        "-1, the archive's list of entries is larger than 16 MiB"
    })
    void a_list_of_entries_has_16_mib_at_most(int bytesOfList, String why) throws Exception {
        PluginJar.named("good.jar").writeTo(file);
        ZipRecords.forge(file, ZipRecords.END, (bytes, at) -> bytes.putInt(at + 12, bytesOfList));

        assertDirectory(why);
    }

    private void assertDirectory(String why) {
        if (why.isEmpty()) {
            assertDoesNotThrow(() -> ArchiveBounds.checkDirectory(file));
        } else {
            assertEquals(
                    why,
                    assertThrows(Refusal.class, () -> ArchiveBounds.checkDirectory(file))
                            .getMessage());
        }
    }

    @Test
    void an_end_record_is_found_at_the_very_end_and_as_far_before_it_as_the_jdk_looks() throws Exception {
        var record = ByteBuffer.allocate(22)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(ZipRecords.END)
                .array();
        Files.write(file, record);
        assertDirectory("");
        Files.write(file, ByteBuffer.allocate(21).put(record, 0, 21).array());
        assertDirectory("is no readable jar archive");
        Files.write(file, ByteBuffer.allocate(22 + 65_535 + 1024).put(record).array());
        assertDirectory("");
        Files.write(file, ByteBuffer.allocate(23 + 65_535 + 1024).put(record).array());
        assertDirectory("is no readable jar archive");
        Files.delete(file);
        assertDirectory("is no readable jar archive");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "10, 10, 10", "11, 10, 0", "8192, 8192, 8192", "8193, 8192, 8192", "20000, 30000, 20000"})
    void no_more_is_copied_than_the_bound(int length, long most, int copied) throws Exception {
        var out = new ByteArrayOutputStream();

        var total = ArchiveBounds.transfer(new ByteArrayInputStream(new byte[length]), out, most);

        assertEquals(length, total);
        assertEquals(copied, out.size());
    }

    @Test
    void an_archive_may_have_65534_entries_whatever_it_says() throws Exception {
        PluginJar.named("good.jar").empty(65_533).writeTo(file);
        ZipRecords.forge(
                file,
                ZipRecords.END,
                (bytes, at) -> bytes.putShort(at + 8, (short) 1).putShort(at + 10, (short) 1));

        assertEquals("good", PluginManifest.read(file).id());
    }

    @Test
    void a_stream_that_has_nothing_for_a_moment_has_not_ended() throws Exception {
        var out = new ByteArrayOutputStream();
        var slow = new ByteArrayInputStream(new byte[10]) {
            private boolean begun;

            @Override
            public int read(byte[] buffer, int from, int length) {
                var first = !begun;
                begun = true;
                return first ? 0 : super.read(buffer, from, length);
            }

            @Override
            public int read(byte[] buffer) {
                return read(buffer, 0, buffer.length);
            }
        };

        assertEquals(10, ArchiveBounds.transfer(slow, out, 10));
        assertEquals(10, out.size());
    }

    @ParameterizedTest
    @CsvSource({"65536, 64 KiB", "1048575, 1023 KiB", "1048576, 1 MiB", "16777216, 16 MiB"})
    void a_bound_is_told_in_the_larger_unit(long most, String told) {
        assertEquals(
                "it is larger than " + told, ArchiveBounds.tooLarge("it", most).getMessage());
    }
}
