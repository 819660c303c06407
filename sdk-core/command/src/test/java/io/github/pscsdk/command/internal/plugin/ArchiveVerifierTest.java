package io.github.pscsdk.command.internal.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.command.internal.json.PluginDocument.Archive;
import io.github.pscsdk.command.internal.json.PluginDocument.Finding;
import io.github.pscsdk.command.internal.json.PluginDocument.Verdict;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fault of an archive has its finding, and a fit one has none. */
class ArchiveVerifierTest {
    private static final String LIBRARY =
            "package example.library; public class Driver { public static void open() {} }";
    private static final String LIBRARY_NAME = "example.library.Driver";

    @TempDir
    private Path folder;

    private TestArchive archive;

    @BeforeEach
    void makeAFitArchive() {
        archive = new TestArchive();
    }

    @Test
    void a_fit_archive_has_no_finding_and_says_what_it_is() throws Exception {
        var verified = verify();

        assertEquals(List.of(), found(verified));
        assertEquals(Verdict.FIT, verified.verdict());
        var content = verified.content().orElseThrow();
        assertEquals("badge 1.0.0", content.pluginId() + " " + content.version());
        assertEquals(64, content.sha256().length());
        assertEquals(Set.of(), content.signers());
        var badge = verified.authenticators().get(0);
        assertEquals("badge", badge.id());
        assertEquals(Optional.empty(), badge.problem());
        assertEquals("PT1S … PT1M", badge.settings().get(0).bounds());
    }

    @Test
    void what_every_host_refuses_is_found_as_hosts_say_it_and_nothing_of_it_is_run() throws Exception {
        archive.with("Plugin-Requires", ">=1.0.0");

        var verified = verify();

        assertEquals(List.of("PLG-003 BLOCKING"), found(verified));
        assertEquals(Verdict.UNFIT, verified.verdict());
        assertTrue(verified.content().isEmpty());
        assertEquals("badge.jar", fact(verified, "file"));
    }

    @Test
    void so_is_what_a_host_refuses_once_it_has_loaded_it() throws Exception {
        archive.source("example.badge.Badge", "package example.badge; public class Badge { }");

        assertEquals(List.of("VFY-009 WARNING", "PLG-006 BLOCKING"), found(verify()));
    }

    @Test
    void an_authenticator_with_the_id_of_one_that_every_client_has_is_not_used_so_that_the_archive_is_not_fit()
            throws Exception {
        archive.authenticatorId("browser");

        var verified = verify();

        assertEquals(List.of("PLG-005 WARNING"), found(verified));
        assertEquals(Verdict.UNFIT, verified.verdict());
    }

    @Test
    void a_class_file_that_is_none() throws Exception {
        archive.text("example/badge/Broken.class", "no class");

        var verified = verify();

        assertEquals(List.of("VFY-001 BLOCKING"), found(verified));
        assertEquals("example.badge.Broken", fact(verified, "classes"));
    }

    @Test
    void a_copy_of_the_contract() throws Exception {
        try (var in = io.github.pscsdk.api.WayIn.class.getResourceAsStream("WayIn.class")) {
            archive.file("io/github/pscsdk/api/WayIn.class", in.readAllBytes());
        }

        var verified = verify();

        assertEquals(List.of("VFY-002 BLOCKING"), found(verified));
        assertEquals("io.github.pscsdk.api.WayIn", fact(verified, "classes"));
    }

    @Test
    void a_class_of_the_engine_that_is_used() throws Exception {
        archive.doing("io.github.pscsdk.workstation.PscClientBuilder.class.getName();");

        var verified = verify();

        assertEquals(List.of("VFY-003 BLOCKING"), found(verified));
        assertEquals("io.github.pscsdk.workstation.PscClientBuilder", fact(verified, "classes"));
        assertEquals(TestArchive.BADGE, fact(verified, "usedBy"));
    }

    @Test
    void a_class_that_the_jdk_does_not_export() throws Exception {
        archive.doing("sun.security.x509.X500Name.asX500Name(null);");

        var verified = verify();

        assertEquals(List.of("VFY-004 BLOCKING"), found(verified));
        assertEquals("sun.security.x509.X500Name", fact(verified, "classes"));
    }

    @Test
    void a_class_that_the_jdk_exports_without_support_is_a_warning() throws Exception {
        archive.doing("sun.misc.Unsafe[] unsafe = new sun.misc.Unsafe[0];");

        var verified = verify();

        assertEquals(List.of("VFY-004 WARNING"), found(verified));
        assertEquals(Verdict.FIT, verified.verdict());
    }

    @Test
    void a_library_that_was_left_out() throws Exception {
        archive.doing("example.library.Driver.open();").without(LIBRARY_NAME, LIBRARY);

        var verified = verify();

        assertEquals(List.of("VFY-005 BLOCKING"), found(verified));
        assertEquals(LIBRARY_NAME, fact(verified, "classes"));
        assertEquals(TestArchive.BADGE, fact(verified, "usedBy"));
    }

    @Test
    void a_class_that_only_a_library_names_is_a_warning() throws Exception {
        archive.source(
                        "example.other.Pool",
                        "package example.other; class Pool { void use() { example.library.Driver.open(); } }")
                .without(LIBRARY_NAME, LIBRARY);

        assertEquals(List.of("VFY-005 WARNING"), found(verify()));
    }

    @Test
    void a_class_that_both_name_counts_as_the_plug_in_s() throws Exception {
        archive.doing("example.library.Driver.open();")
                .source("example.Pool", "package example; class Pool { void use() { example.library.Driver.open(); } }")
                .source("zoo.Pool", "package zoo; class Pool { void use() { example.library.Driver.open(); } }")
                .without(LIBRARY_NAME, LIBRARY);

        var verified = verify();

        assertEquals(List.of("VFY-005 BLOCKING"), found(verified));
        assertEquals(TestArchive.BADGE, fact(verified, "usedBy"));
    }

    @Test
    void a_class_that_needs_a_newer_java() throws Exception {
        archive.file("example/library/Driver.class", ofJava(21));

        var verified = verify();

        assertEquals(List.of("VFY-006 BLOCKING"), found(verified));
        assertEquals("21", fact(verified, "javaNeeded"));
    }

    @Test
    void a_class_for_newer_versions_of_java_beside_one_for_all() throws Exception {
        archive.with("Multi-Release", "true").file("META-INF/versions/21/example/library/Driver.class", ofJava(21));

        assertEquals(List.of(), found(verify()));
    }

    @Test
    void no_index_or_one_without_a_class() throws Exception {
        archive.withoutIndex();
        assertEquals(List.of("VFY-007 BLOCKING", "PLG-006 BLOCKING"), found(verify()));

        archive.index("# nothing\n");
        assertEquals(List.of("VFY-007 BLOCKING", "PLG-006 BLOCKING"), found(verify()));
    }

    @Test
    void an_index_that_names_a_class_that_is_gone() throws Exception {
        archive.index(TestArchive.BADGE + "\nexample.badge.Former\n");

        var verified = verify();

        assertEquals("VFY-008 BLOCKING", found(verified).get(0));
        assertEquals("example.badge.Former", fact(verified, "classes"));
    }

    @Test
    void an_index_that_names_a_class_that_is_no_authenticator() throws Exception {
        archive.source("example.badge.Reader", "package example.badge; public class Reader { }")
                .source("example.badge.Second", "package example.badge; public abstract class Second extends Badge { }")
                .index(TestArchive.BADGE + "\nexample.badge.Reader\n");

        var verified = verify();

        assertEquals(List.of("VFY-009 WARNING"), found(verified));
        assertEquals("example.badge.Reader", fact(verified, "classes"));
    }

    @Test
    void a_large_archive() throws Exception {
        var noise = new byte[21 << 20];
        new Random(1).nextBytes(noise);
        archive.file("firmware.bin", noise);

        var verified = verify();

        assertEquals(List.of("VFY-010 WARNING"), found(verified));
        assertEquals("21", fact(verified, "mebibytes"));
    }

    @Test
    void libraries_without_the_text_of_a_licence() throws Exception {
        archive.text("META-INF/maven/example/badge/pom.properties", "version=1.0.0\n")
                .text("META-INF/maven/example/library/pom.properties", "version=2.1\n");

        var verified = verify();

        assertEquals(List.of("VFY-012 WARNING"), found(verified));
        assertEquals(
                Set.of("example:badge:1.0.0", "example:library:2.1"),
                verified.content().orElseThrow().libraries());

        archive.text("META-INF/LICENSE-library.txt", "You may.");
        assertEquals(List.of(), found(verify()));
        assertTrue(verify().content().orElseThrow().licence());
    }

    @Test
    void of_many_classes_some_are_named_and_all_are_counted() throws Exception {
        for (var number = 0; number < 7; number++) {
            archive.text("example/badge/Broken" + number + ".class", "no class");
        }

        assertTrue(fact(verify(), "classes").endsWith("example.badge.Broken4, … (7)"), "they are counted");
    }

    @Test
    void an_authenticator_that_no_host_can_use() throws Exception {
        archive.obstacle("throw new IllegalStateException();");

        assertEquals(Verdict.UNFIT, verify().verdict());
    }

    @Test
    void a_health_check_that_fails() throws Exception {
        archive.diagnosing("throw new IllegalStateException();");

        assertEquals(Verdict.UNFIT, verify().verdict());
        assertEquals(List.of("PLG-007 BLOCKING"), found(verify()));
    }

    @Test
    void where_it_could_not_be_loaded_only_what_blocks_anyhow_is_a_verdict() throws Exception {
        var nowhere = new ArchiveVerifier(
                Locale.ENGLISH, new TrialProcess(Locale.ENGLISH, Optional.empty(), Duration.ofMinutes(1))::run);

        var fit = nowhere.verify(archive.writeTo(folder.resolve("badge.jar")));
        var unfit = nowhere.verify(archive.withoutIndex().writeTo(folder.resolve("badge.jar")));

        assertEquals(List.of("VFY-014 BLOCKING"), found(fit));
        assertEquals(Verdict.NOT_JUDGED, fit.verdict());
        assertEquals(Verdict.UNFIT, unfit.verdict());
    }

    private byte[] ofJava(int version) {
        var bytes = new TestArchive().source(LIBRARY_NAME, LIBRARY).compiled().get(LIBRARY_NAME);
        // JVMS 4.1: the major version follows the magic number and the minor version.
        bytes[7] = (byte) (version + 44);
        return bytes;
    }

    private Archive verify() throws Exception {
        return new ArchiveVerifier(Locale.ENGLISH, new ArchiveTrial(Locale.ENGLISH, Clock.systemUTC())::load)
                .verify(archive.writeTo(folder.resolve("badge.jar")));
    }

    private static List<String> found(Archive verified) {
        return verified.findings().stream()
                .map(finding -> finding.code() + " " + finding.severity())
                .toList();
    }

    /** Of the first finding. */
    private static String fact(Archive verified, String name) {
        return verified.findings().stream()
                .map(Finding::facts)
                .findFirst()
                .orElse(Map.of())
                .getOrDefault(name, "");
    }
}
