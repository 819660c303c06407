package io.github.pscsdk.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Remedy;
import io.github.pscsdk.diagnostic.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportBundleTest {
    private static final Professional PERSON = new Professional(
            new NationalId("899900000018"), "FICTIVE", List.of("CAMILLE"), Optional.empty(), List.of(), List.of());

    @TempDir
    private Path folder;

    @Test
    void holds_the_diagnosis_the_versions_and_the_end_of_the_log() throws Exception {
        var log = Files.writeString(folder.resolve("practice.log"), "started\nlogin 7: waiting\n");

        var files = read(SupportBundle.of(diagnosis("lost.jar"))
                .withSoftware("practice software", "3.2")
                .withLog(log));

        assertEquals(List.of("README.txt", "diagnosis.json", "versions.txt", "log.txt"), List.copyOf(files.keySet()));
        assertEquals("started\nlogin 7: waiting\n", files.get("log.txt"));
        assertTrue(files.get("versions.txt").contains("practice software: 3.2\n"));
        assertTrue(files.get("versions.txt")
                .contains("java.version: " + Runtime.version().feature()));
        assertTrue(files.get("diagnosis.json").contains("\"file\" : \"lost.jar\""));
        assertTrue(files.get("diagnosis.json").contains("\"code\" : \"PLG-002\""));
    }

    @Test
    void holds_nothing_of_the_person_however_the_log_and_the_facts_name_them() throws Exception {
        var log = Files.writeString(
                folder.resolve("practice.log"), "Camille Fictive (899900000018) pressed a button, FICTIVE again\n");

        var files = read(SupportBundle.of(diagnosis("Camille-899900000018.jar"))
                .withSoftware("software of FICTIVE", "1")
                .withLog(log)
                .concealing(PERSON));

        files.forEach((name, text) -> {
            for (var word : List.of("camille", "fictive", "899900000018", "99900000018")) {
                assertFalse(text.toLowerCase(Locale.ROOT).contains(word), () -> name + " holds " + word + ":\n" + text);
            }
        });
    }

    @Test
    void the_same_bundle_is_the_same_bytes() throws Exception {
        var bundle = SupportBundle.of(diagnosis("lost.jar"));

        assertArrayEquals(bytes(bundle), bytes(bundle));
    }

    @Test
    void one_that_fails_half_way_leaves_the_file_of_before_and_no_other() throws Exception {
        var file = Files.writeString(folder.resolve("support.zip"), "before");
        var bundle = SupportBundle.of(diagnosis(Diagnostic.of(Mute.TEXT_MISSING, Severity.WARNING)));

        assertThrows(IllegalStateException.class, () -> bundle.writeTo(file, Locale.ENGLISH));

        assertEquals("before", Files.readString(file));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void a_file_is_replaced_by_the_whole_bundle() throws Exception {
        var file = Files.writeString(folder.resolve("support.zip"), "before");
        var bundle = SupportBundle.of(diagnosis("lost.jar"));

        bundle.writeTo(file, Locale.ENGLISH);

        assertArrayEquals(bytes(bundle), Files.readAllBytes(file));
    }

    private enum Mute implements Problem {
        TEXT_MISSING;

        @Override
        public String code() {
            return "VND-001";
        }

        @Override
        public Party party() {
            return Party.SOFTWARE_VENDOR;
        }

        @Override
        public Remedy remedy(Locale locale) {
            throw new IllegalStateException("a text is missing");
        }
    }

    private static Diagnosis diagnosis(String file) {
        return diagnosis(
                Diagnostic.of(PluginProblem.NOT_A_PLUGIN, Severity.WARNING).with("file", file));
    }

    private static Diagnosis diagnosis(Diagnostic finding) {
        var way = AuthenticatorDescriptor.of("browser", WayIn.BROWSER, "Navigateur", "Browser");
        return new Diagnosis(
                Instant.parse("2026-01-02T03:04:05Z"),
                Duration.ofMillis(120),
                List.of(Examination.of(Examination.Subject.PLUGINS, List.of(finding), Duration.ofMillis(3))),
                List.of(way));
    }

    private static byte[] bytes(SupportBundle bundle) throws IOException {
        var out = new ByteArrayOutputStream();
        bundle.writeTo(out, Locale.ENGLISH);
        return out.toByteArray();
    }

    private static Map<String, String> read(SupportBundle bundle) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes(bundle)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
