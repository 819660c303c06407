package io.github.pscsdk.pluginhost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.testkit.support.Ended;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginIntegrityTest {
    @TempDir
    static Path keys;

    @TempDir
    Path folder;

    private Path archive;

    private static Path unsigned;
    private static Path signed;
    private static String signer;

    /** The tools of the JDK take their time. */
    @BeforeAll
    static void write_an_archive_and_sign_a_copy() throws Exception {
        unsigned = keys.resolve("unsigned.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(unsigned), new Manifest())) {
            for (var name : List.of("one.txt", "six.txt", "META-INF/extensions.idx")) {
                jar.putNextEntry(new JarEntry(name));
                jar.write("the same".getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        }
        signed = Files.copy(unsigned, keys.resolve("signed.jar"));
        signer = sign(signed, "ours");
    }

    @BeforeEach
    void copy_the_archive() throws Exception {
        archive = Files.copy(unsigned, folder.resolve("any.jar"));
    }

    private void copyTheSignedOne() throws Exception {
        Files.copy(signed, archive, StandardCopyOption.REPLACE_EXISTING);
    }

    private Optional<Refusal> check(PluginIntegrity integrity) throws Exception {
        return integrity.check(archive);
    }

    private void assertRefused(PluginIntegrity integrity) {
        var refusal = assertThrows(Refusal.class, () -> check(integrity));
        var finding = refusal.about("any.jar").get(0);
        assertSame(PluginProblem.NOT_PINNED, finding.problem());
        assertSame(Severity.BLOCKING, finding.severity());
    }

    /** Signs the archive by a new key of that name; returns the sum of its certificate. */
    private static String sign(Path archive, String name) throws Exception {
        var store = keys.resolve(name + ".p12").toString();
        run(
                "keytool",
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-keystore",
                store,
                "-storepass",
                "a-test-only");
        run("jarsigner", "-keystore", store, "-storepass", "a-test-only", archive.toString(), name);
        var listing = run("keytool", "-list", "-v", "-keystore", store, "-storepass", "a-test-only");
        return listing.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("SHA256: "))
                .map(line -> line.substring("SHA256: ".length()))
                .findFirst()
                .orElseThrow();
    }

    private static String run(String program, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", program).toString());
        command.add("-J-Duser.language=en");
        command.addAll(List.of(arguments));
        var ended = Ended.of(program + " ends", new ProcessBuilder(command).redirectErrorStream(true));
        assertEquals(0, ended.exit(), ended.output());
        return ended.output();
    }

    @Test
    void an_archive_of_a_known_sum_is_trusted_and_any_other_is_refused_or_told() throws Exception {
        var sum = Sha256.of(archive);
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Sha256.of("abc".getBytes(StandardCharsets.UTF_8)));

        assertEquals(
                Optional.empty(), check(PluginIntegrity.strict().withArchives(List.of(sum.toUpperCase(Locale.ROOT)))));
        assertEquals(Optional.empty(), check(PluginIntegrity.off()));
        assertRefused(PluginIntegrity.strict());
        var told = check(PluginIntegrity.warn()).orElseThrow().about("any.jar").get(0);
        assertSame(Severity.WARNING, told.severity());
        assertEquals(sum, told.facts().get("sha256"));
    }

    @Test
    void an_archive_that_a_known_certificate_has_signed_is_trusted() throws Exception {
        copyTheSignedOne();

        assertEquals(Optional.empty(), check(PluginIntegrity.strict().withSigners(List.of(signer))));
        assertRefused(PluginIntegrity.strict().withSigners(List.of("0".repeat(64))));
        var told = check(PluginIntegrity.warn().withSigners(List.of("0".repeat(64))))
                .orElseThrow()
                .about("any.jar")
                .get(0);
        assertEquals(
                signer.replace(":", "").toLowerCase(Locale.ROOT), told.facts().get("signers"));
    }

    @Test
    void of_two_signers_one_that_is_known_will_do() throws Exception {
        copyTheSignedOne();
        sign(archive, "theirs");

        assertEquals(Optional.empty(), check(PluginIntegrity.strict().withSigners(List.of(signer))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"added", "altered", "unsigned"})
    void a_signed_archive_that_was_changed_is_not_trusted(String change) throws Exception {
        copyTheSignedOne();
        try (var files = FileSystems.newFileSystem(archive)) {
            switch (change) {
                case "added" -> Files.writeString(files.getPath("two.txt"), "more");
                case "altered" -> Files.writeString(files.getPath("one.txt"), "other");
                default -> Files.delete(files.getPath("META-INF/OURS.SF"));
            }
        }

        assertRefused(PluginIntegrity.strict().withSigners(List.of(signer)));
    }

    @Test
    void an_entry_that_is_there_twice_is_not_trusted() throws Exception {
        copyTheSignedOne();
        var text = new String(Files.readAllBytes(archive), StandardCharsets.ISO_8859_1);
        var twice = text.replace("six.txt", "one.txt");
        Files.write(archive, twice.getBytes(StandardCharsets.ISO_8859_1));
        try (var jar = new JarFile(archive.toFile())) {
            assertEquals(
                    2,
                    jar.stream()
                            .filter(entry -> entry.getName().equals("one.txt"))
                            .count());
        }

        assertRefused(PluginIntegrity.strict().withSigners(List.of(signer)));
    }

    @Test
    void a_sum_has_64_digits() {
        assertThrows(
                IllegalArgumentException.class, () -> PluginIntegrity.strict().withArchives(List.of("abc")));
        assertThrows(
                IllegalArgumentException.class, () -> PluginIntegrity.strict().withSigners(List.of("abc")));
    }
}
