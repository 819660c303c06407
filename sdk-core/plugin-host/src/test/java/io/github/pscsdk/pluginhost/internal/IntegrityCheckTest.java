package io.github.pscsdk.pluginhost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.NetworkSettings;
import io.github.pscsdk.pluginhost.PluginIntegrity;
import io.github.pscsdk.pluginhost.internal.archive.ArchiveSigners;
import io.github.pscsdk.pluginhost.internal.archive.PrivateCopies.Trust;
import io.github.pscsdk.pluginhost.internal.archive.Refusal;
import io.github.pscsdk.pluginhost.internal.archive.Sha256;
import io.github.pscsdk.testkit.support.PluginJar;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which archives a host trusts: one attack a row, on the one archive that is signed as it should be. */
class IntegrityCheckTest {
    private static final char[] PASSWORD = "a-test-only".toCharArray();
    private static final Map<String, KeyStore.PrivateKeyEntry> SIGNERS = new HashMap<>();

    @TempDir
    Path folder;

    private Path archive;

    /** The file holds two keys of nobody, each with a certificate that {@code keytool} made. */
    @BeforeAll
    static void read_two_signers() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (var file = IntegrityCheckTest.class.getResourceAsStream("signers.p12")) {
            store.load(file, PASSWORD);
        }
        for (var name : List.of("ours", "theirs")) {
            SIGNERS.put(
                    name, (KeyStore.PrivateKeyEntry) store.getEntry(name, new KeyStore.PasswordProtection(PASSWORD)));
        }
    }

    @BeforeEach
    void write_an_archive() throws Exception {
        archive = PluginJar.named("good.jar")
                .entry("a/One.class", "one")
                .entry("a/Two.class", "one")
                .entry("META-INF/extensions.idx", "a.One")
                .writeTo(folder.resolve("plain.jar"));
    }

    private void sign(String name) throws Exception {
        var signed = folder.resolve("signed-by-" + name + ".jar");
        var signer = new JarSigner.Builder(SIGNERS.get(name))
                .signerName(name.toUpperCase(Locale.ROOT))
                .build();
        try (var plain = new ZipFile(archive.toFile());
                var out = new FileOutputStream(signed.toFile())) {
            signer.sign(plain, out);
        }
        archive = signed;
    }

    private void change(String name, String text) throws Exception {
        try (var files = FileSystems.newFileSystem(archive)) {
            var file = files.getPath(name);
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.writeString(file, text);
        }
    }

    private static String sum(String signer) throws Exception {
        return Sha256.of(SIGNERS.get(signer).getCertificate().getEncoded());
    }

    private static PluginIntegrity strictBy(String... signers) throws Exception {
        var sums = new ArrayList<String>();
        for (var signer : signers) {
            sums.add(sum(signer));
        }
        return PluginIntegrity.strict().withSigners(sums);
    }

    private void assertTrusted(PluginIntegrity integrity) throws Exception {
        assertEquals(Optional.empty(), Trust.of(archive, integrity).distrust());
    }

    private void assertRefused(PluginIntegrity integrity) {
        var refusal = assertThrows(Refusal.class, () -> Trust.of(archive, integrity));
        assertEquals(PluginProblem.NOT_PINNED, refusal.problem());
        assertEquals(Severity.BLOCKING, refusal.about("any.jar").get(0).severity());
    }

    @Test
    void an_archive_that_is_signed_as_it_should_be_is_trusted_by_its_own_signer_alone() throws Exception {
        sign("ours");

        assertEquals(new TreeSet<>(List.of(sum("ours"))), ArchiveSigners.of(archive));
        assertTrusted(strictBy("ours"));
        assertTrusted(strictBy("theirs", "ours"));
        assertRefused(strictBy("theirs"));
        assertRefused(PluginIntegrity.strict());
        assertRefused(PluginIntegrity.strict().withArchives(List.of(sum("ours"))));
    }

    @Test
    void an_archive_without_a_signature_is_nobody_s() throws Exception {
        assertEquals(new TreeSet<>(), ArchiveSigners.of(archive));
        assertRefused(strictBy("ours", "theirs"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/Three.class",
                "Three.class",
                "META-INF/services/java.lang.Runnable",
                "META-INF/deep/OURS.SF",
                "META-INF/deep/SIG-A",
                "META-INF/OURS.SFX",
                "META-INF/versions/17/a/One.class",
                "a/OURS.SF",
                "OURS.RSA"
            })
    void a_file_that_nobody_signed_makes_the_archive_nobody_s(String added) throws Exception {
        sign("ours");
        change(added, "more");

        assertRefused(strictBy("ours"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"META-INF/SIG-ANY", "META-INF/other.sf", "META-INF/OTHER.DSA", "META-INF/OTHER.EC"})
    void a_file_that_is_of_a_signature_need_not_be_signed(String added) throws Exception {
        sign("ours");
        change(added, added.toUpperCase(Locale.ROOT).endsWith(".SF") ? "Signature-Version: 1.0\r\n\r\n" : "");

        assertTrusted(strictBy("ours"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/One.class", "META-INF/extensions.idx"})
    void a_file_that_was_altered_makes_the_archive_nobody_s(String altered) throws Exception {
        sign("ours");
        change(altered, "other");

        assertEquals(new TreeSet<>(), ArchiveSigners.of(archive));
        assertRefused(strictBy("ours"));
    }

    @Test
    void a_file_that_nobody_signed_makes_the_archive_nobody_s_also_where_it_stands_first() throws Exception {
        sign("ours");
        var changed = folder.resolve("changed.jar");
        try (var signed = new ZipFile(archive.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(changed))) {
            out.putNextEntry(new ZipEntry("a/First.class"));
            for (var entry : Collections.list(signed.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                signed.getInputStream(entry).transferTo(out);
            }
        }
        archive = changed;

        assertEquals(new TreeSet<>(), ArchiveSigners.of(archive));
        assertRefused(strictBy("ours"));
    }

    @Test
    void a_signer_must_have_signed_every_file() throws Exception {
        sign("ours");
        change("a/Three.class", "three");
        sign("theirs");

        assertEquals(new TreeSet<>(List.of(sum("theirs"))), ArchiveSigners.of(archive));
        assertTrusted(strictBy("theirs"));
        assertRefused(strictBy("ours"));
    }

    @Test
    void of_two_signers_who_signed_all_each_will_do() throws Exception {
        sign("ours");
        sign("theirs");

        assertEquals(new TreeSet<>(List.of(sum("ours"), sum("theirs"))), ArchiveSigners.of(archive));
        assertTrusted(strictBy("ours"));
        assertTrusted(strictBy("theirs"));
    }

    @Test
    void a_folder_in_the_archive_need_not_be_signed() throws Exception {
        sign("ours");
        try (var files = FileSystems.newFileSystem(archive)) {
            Files.createDirectory(files.getPath("empty"));
        }

        assertTrusted(strictBy("ours"));
    }

    @Test
    void a_file_that_is_there_twice_makes_the_archive_nobody_s() throws Exception {
        sign("ours");
        // The same length, so that both names stay where the archive says.
        var text = new String(Files.readAllBytes(archive), StandardCharsets.ISO_8859_1);
        Files.write(archive, text.replace("a/Two.class", "a/One.class").getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(strictBy("ours"));
    }

    @Test
    void what_is_no_archive_is_nobody_s() throws Exception {
        Files.writeString(archive, "no archive");

        assertEquals(new TreeSet<>(), ArchiveSigners.of(archive));
        assertRefused(strictBy("ours"));
        assertTrusted(PluginIntegrity.strict().withArchives(List.of(Sha256.of(archive))));
    }

    @Test
    void an_archive_is_known_by_its_sum_in_either_case_also_beside_signers() throws Exception {
        var sum = Sha256.of(archive);

        assertTrusted(PluginIntegrity.strict().withArchives(List.of(sum)));
        assertTrusted(PluginIntegrity.strict().withArchives(List.of(sum.toUpperCase(Locale.ROOT))));
        assertTrusted(strictBy("ours").withArchives(List.of(sum)));
        assertTrusted(PluginIntegrity.strict()
                .withArchives(List.of("0".repeat(64), sum))
                .withSigners(List.of()));
        assertRefused(PluginIntegrity.strict().withArchives(List.of("0".repeat(64))));
        sign("ours");
        assertTrusted(strictBy("ours").withArchives(List.of("0".repeat(64))));
        assertRefused(PluginIntegrity.strict().withArchives(List.of(sum)));
    }

    @Test
    void a_signer_is_known_as_keytool_prints_it() throws Exception {
        sign("ours");
        var printed = sum("ours").toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:");

        assertTrusted(PluginIntegrity.strict().withSigners(List.of(printed)));
    }

    @Test
    void where_it_is_only_told_the_archive_is_used_and_both_sums_are_named() throws Exception {
        sign("ours");
        var told = Trust.of(archive, PluginIntegrity.warn().withSigners(List.of(sum("theirs"))))
                .distrust()
                .orElseThrow()
                .about("any.jar")
                .get(0);

        assertEquals(PluginProblem.NOT_PINNED, told.problem());
        assertEquals(Sha256.of(archive), told.facts().get("sha256"));
        assertEquals(sum("ours"), told.facts().get("signers"));
        assertEquals(
                "",
                Trust.of(archive, PluginIntegrity.warn())
                        .distrust()
                        .orElseThrow()
                        .about("any.jar")
                        .get(0)
                        .facts()
                        .getOrDefault("signers", ""),
                "nobody is looked for where no signer would do");
        assertTrusted(PluginIntegrity.warn().withSigners(List.of(sum("ours"))));
        assertTrusted(PluginIntegrity.off());
    }

    @Test
    void without_the_files_of_its_signature_an_archive_is_nobody_s() throws Exception {
        sign("ours");
        try (var files = FileSystems.newFileSystem(archive)) {
            Files.delete(files.getPath("META-INF/OURS.SF"));
        }

        assertRefused(strictBy("ours"));
    }

    /** FIPS 180-2, appendix B.1. */
    @Test
    void a_sum_is_what_every_other_program_says() throws Exception {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Sha256.of("abc".getBytes(StandardCharsets.UTF_8)));
    }

    /** Neither has the class that it names: what is tried is told that, and what may not be tried is told why. */
    @ParameterizedTest
    @CsvSource({
        "2.0.0, theirs, false",
        "1.0.0, theirs, false",
        "2.0.0, ours, true",
        "2.0.0, ours theirs, true",
        "2.0.0, , true",
    })
    void what_claims_to_be_a_plug_in_that_is_there_needs_its_signer_or_a_sum(
            String version, String signers, boolean may) throws Exception {
        var plugins = Files.createDirectory(folder.resolve("plugins"));
        sign("ours");
        Files.move(archive, plugins.resolve("usual.jar"));
        archive = PluginJar.named("good.jar")
                .with("Plugin-Version", version)
                .entry("META-INF/extensions.idx", "a.One")
                .writeTo(folder.resolve("claiming.jar"));
        if (signers != null) {
            for (var signer : signers.split(" ")) {
                sign(signer);
            }
        }
        var claiming = Files.move(archive, plugins.resolve("before.jar"));
        var pinned = signers == null ? List.of(Sha256.of(claiming)) : List.<String>of();

        assertEquals(
                may ? PluginProblem.PLUGIN_FAILED : PluginProblem.DUPLICATE,
                problemOf("before.jar", strictBy("ours", "theirs").withArchives(pinned), plugins));
        assertEquals(
                PluginProblem.PLUGIN_FAILED,
                problemOf(
                        "before.jar", PluginIntegrity.warn().withSigners(List.of(sum("ours"), sum("theirs"))), plugins),
                "where it is only told");
    }

    private static Problem problemOf(String file, PluginIntegrity integrity, Path plugins) {
        var settings = new PluginHost.Settings(
                Optional.of(plugins),
                integrity,
                Set.of(),
                PluginHost.Settings.LOAD_LIMIT,
                Optional.empty(),
                status -> {});
        try (var threads = new EngineThreads(Clock.systemUTC());
                var host = PluginHost.load(
                        settings,
                        new HostServices(
                                Optional.empty(),
                                Optional.empty(),
                                Locale.ENGLISH,
                                threads,
                                NetworkSettings.ofSystem()),
                        authenticators -> {})) {
            return host.all().stream()
                    .filter(status -> status.file().equals(file))
                    .map(status -> status.findings().get(0).problem())
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 63, 65, 128})
    void a_sum_has_64_digits(int digits) {
        var sum = "a".repeat(digits);

        assertThrows(
                IllegalArgumentException.class, () -> PluginIntegrity.strict().withArchives(List.of(sum)));
        assertThrows(
                IllegalArgumentException.class, () -> PluginIntegrity.strict().withSigners(List.of(sum)));
        assertThrows(
                IllegalArgumentException.class,
                () -> PluginIntegrity.strict().withArchives(List.of("a".repeat(64), "g".repeat(64))));
    }
}
