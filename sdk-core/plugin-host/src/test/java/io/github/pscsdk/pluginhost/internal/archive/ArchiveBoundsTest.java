package io.github.pscsdk.pluginhost.internal.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.testkit.support.PluginJar;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that would fill the memory of whoever opens them: each is refused, and nearly nothing of it is read. */
class ArchiveBoundsTest {
    private static final long MOST_MEMORY = 24L << 20;
    private static final int END_BYTES = 22;
    /** APPNOTE.TXT 4.3.14 and 4.3.15: the end record of ZIP64, and where it is. */
    private static final int END64_BYTES = 56 + 20;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name_the_file() {
        file = folder.resolve("any.jar");
    }

    @Test
    void an_ordinary_archive_passes() throws Throwable {
        var archive = PluginJar.named("good.jar")
                .empty(10_000)
                .bomb("large.dll", 20)
                .entry("META-INF/SIGNER.SF", "x")
                .writeTo(file);

        assertEquals("good", PluginManifest.read(archive).id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-INF/MANIFEST.MF",
                "META-INF/Manifest.mf",
                "META-INF/INDEX.LIST",
                "META-INF/SIGNER.SF",
                "meta-inf/signer.rsa",
                "META-INF/SIG-ANY"
            })
    void what_the_jdk_reads_whole_is_no_larger_than_8_mib(String name) throws Throwable {
        assertEquals(
                "the manifest with the signatures is larger than 8 MiB",
                refused(PluginJar.named("good.jar").bomb(name, 50).writeTo(file)));
    }

    @Test
    void a_manifest_is_measured_whatever_the_archive_says_of_it() throws Throwable {
        PluginJar.named("good.jar").bomb("META-INF/MANIFEST.MF", 50).writeTo(file);
        ZipRecords.forge(file, ZipRecords.DIRECTORY_ENTRY, (bytes, at) -> bytes.putInt(at + 24, 100));

        assertEquals("the manifest with the signatures is larger than 8 MiB", refused(file));
    }

    @Test
    void several_small_signatures_count_together() throws Throwable {
        var archive = PluginJar.named("good.jar")
                .bomb("META-INF/A.SF", 3)
                .bomb("META-INF/B.SF", 3)
                .bomb("META-INF/C.SF", 3);

        assertEquals("the manifest with the signatures is larger than 8 MiB", refused(archive.writeTo(file)));
    }

    @Test
    void a_class_is_no_larger_than_16_mib() throws Throwable {
        assertEquals(
                "a file in the archive is larger than 16 MiB",
                refused(PluginJar.named("good.jar").bomb("Bomb.class", 17).writeTo(file)));
    }

    @Test
    void all_together_is_no_larger_than_a_gibibyte() throws Throwable {
        PluginJar.named("good.jar").empty(3).writeTo(file);
        ZipRecords.forge(file, ZipRecords.DIRECTORY_ENTRY, (bytes, at) -> bytes.putInt(at + 24, 400 << 20));

        assertEquals("unpacked, the archive is larger than 1024 MiB", refused(file));
    }

    @Test
    void a_hundred_thousand_entries_are_too_many() throws Throwable {
        assertEquals(
                "the archive has more than 65534 entries",
                refused(PluginJar.named("good.jar").empty(100_000).writeTo(file)));
    }

    @Test
    void more_entries_than_the_archive_owns_to_are_counted() throws Throwable {
        PluginJar.named("good.jar").empty(100_000).writeTo(file);
        ZipRecords.forge(
                file,
                ZipRecords.END,
                (bytes, at) -> bytes.putShort(at + 8, (short) 1).putShort(at + 10, (short) 1));
        var bytes = Files.readAllBytes(file);
        var end = bytes.length - END_BYTES;
        var without = ByteBuffer.allocate(bytes.length - END64_BYTES)
                .put(bytes, 0, end - END64_BYTES)
                .put(bytes, end, END_BYTES);
        Files.write(file, without.array());

        assertEquals("the archive has more than 65534 entries", refused(file));
    }

    /** From this the JDK 17 reserves eight gibibytes before it looks for the first entry. */
    @Test
    void seven_hundred_million_entries_that_are_not_there_take_no_memory() throws Throwable {
        PluginJar.named("good.jar").writeTo(file);
        ZipRecords.forge(file, ZipRecords.END, ArchiveBoundsTest::announceEntries);
        var plain = Files.readAllBytes(file);
        var end = plain.length - END_BYTES;
        var whole = ByteBuffer.allocate(plain.length + END64_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        whole.put(plain, 0, end);
        whole.putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(0)
                .putInt(0);
        whole.putLong(700_000_000).putLong(700_000_000);
        var length = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
        whole.putLong(length.getInt(end + 12)).putLong(length.getInt(end + 16));
        whole.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
        whole.put(plain, end, END_BYTES);
        Files.write(file, whole.array());

        assertEquals("the archive has more than 65534 entries", refused(file));
    }

    @Test
    void a_list_of_entries_is_no_larger_than_16_mib() throws Throwable {
        PluginJar.named("good.jar").writeTo(file);
        ZipRecords.forge(file, ZipRecords.END, (bytes, at) -> bytes.putInt(at + 12, 0x7FFFFFFF));

        assertEquals("the archive's list of entries is larger than 16 MiB", refused(file));
    }

    @Test
    void a_second_end_record_hides_nothing() throws Throwable {
        var archive = PluginJar.named("good.jar").writeTo(file);
        ZipRecords.forge(file, ZipRecords.END, ArchiveBoundsTest::announceEntries);
        var forged = Files.readAllBytes(archive);
        var honest = Files.readAllBytes(PluginJar.named("good.jar").writeTo(folder.resolve("honest.jar")));
        var both =
                ByteBuffer.allocate(forged.length + honest.length).put(forged).put(honest);
        Files.write(file, both.array());

        assertEquals("the archive has more than 65534 entries", refused(file));
    }

    @Test
    void what_is_no_archive_is_refused_without_the_jdk() throws Throwable {
        assertEquals("is no readable jar archive", refused(Files.write(file, new byte[0])));
        assertEquals("is no readable jar archive", refused(Files.writeString(file, "PK")));
    }

    private static void announceEntries(ByteBuffer bytes, int at) {
        bytes.putShort(at + 8, (short) 0xFFFF).putShort(at + 10, (short) 0xFFFF);
    }

    private static String refused(Path archive) throws Throwable {
        var refused = new AtomicReference<Refusal>();

        var taken = AllocatedBytes.during(
                () -> refused.set(assertThrows(Refusal.class, () -> PluginManifest.read(archive))));

        assertTrue(taken < MOST_MEMORY, () -> taken + " bytes");
        assertEquals(
                PluginProblem.NOT_A_PLUGIN,
                refused.get().about("any.jar").get(0).problem());
        return refused.get().getMessage();
    }
}
