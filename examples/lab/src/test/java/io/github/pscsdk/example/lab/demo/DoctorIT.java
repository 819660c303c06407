package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.command.Psc;
import io.github.pscsdk.commandline.internal.CommandTexts;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code psc doctor}, with the real stub archive: whatever else this machine lacks plays no part. */
class DoctorIT {
    private static final String STUB = "psc-sdk-test-stub-plugin.jar";
    private static final Texts TEXTS = CommandTexts.of(Psc.class, Language.of(Locale.getDefault()));
    private static final String BREAK = "|";
    private static final String NOBODY = "http://127.0.0.1:1";

    @TempDir
    private Path folder;

    private Path plugins;

    @BeforeEach
    void fill_the_folder() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        Files.copy(CommandRun.PLUGINS.resolve(STUB), plugins.resolve(STUB));
    }

    @Test
    void a_healthy_workstation_ends_with_0_and_says_how_to_log_in() throws Exception {
        try (var servers = Fixtures.servers()) {
            var run = doctor("--proxy", servers.proxy().toString());

            assertEquals(0, run.exitCode(), run::toString);
            var verdict = run.out().lines().findFirst().orElseThrow();
            // A busy machine answers slowly, and is told so.
            assertTrue(verdict.equals(TEXTS.get("doctor.healthy")) || verdict.endsWith("(SRV-006)"), verdict);
            assertTrue(run.lastLine().contains("(browser)"), run::toString);
        }
    }

    @Test
    void which_contract_the_server_half_speaks_is_told_and_is_no_fault() throws Exception {
        try (var servers = Fixtures.servers()) {

            var run = doctor("--plain-contract", "--proxy", servers.proxy().toString());

            assertEquals(0, run.exitCode(), run::toString);
            assertTrue(run.out().contains("[contract=plain]"), run::toString);
            assertTrue(
                    run.out().lines().anyMatch(line -> line.startsWith("  browser ") && line.endsWith(": PSC-065")),
                    run::toString);
            assertTrue(run.lastLine().contains("(stub)"), run::toString);
        }
    }

    @Test
    void without_a_server_half_the_first_line_names_it_and_every_way_in_is_blocked() {
        var run = doctor("--proxy", NOBODY);

        assertEquals(1, run.exitCode(), run::toString);
        var blocked = run.out()
                .lines()
                .filter(line -> line.startsWith("  stub ") || line.startsWith("  browser "))
                .toList();
        assertEquals(2, blocked.size(), run::toString);
        assertTrue(
                blocked.stream().allMatch(line -> !line.contains(" ready ") && !line.contains(" prêt ")),
                run::toString);
        var code = run.out().lines().findFirst().orElseThrow().replaceFirst(".*\\((.*)\\)$", "$1");
        assertTrue(blocked.stream().allMatch(line -> line.endsWith(": " + code)), run::toString);
    }

    @Test
    void before_and_after_are_told_apart() throws Exception {
        Files.writeString(plugins.resolve("broken.jar"), "no archive");
        var before = folder.resolve("before.json");
        Files.writeString(before, doctor("--proxy", NOBODY, "--json").out());
        Files.delete(plugins.resolve("broken.jar"));

        var run = doctor("--proxy", NOBODY, "--compare", before.toString());

        assertTrue(
                run.out()
                        .contains(
                                TEXTS.get("doctor.changes.gone", "PLG-002", "").strip()),
                run::toString);
        assertFalse(
                run.out().contains(TEXTS.get("doctor.changes.appeared", "", "").strip()), run::toString);
    }

    @Test
    void what_is_no_earlier_diagnosis_is_said_before_anything_is_examined() throws Exception {
        var wrong = Files.writeString(folder.resolve("wrong.json"), "{}");

        var run = doctor("--proxy", NOBODY, "--compare", wrong.toString());

        assertEquals(1, run.exitCode());
        assertEquals("", run.out());
        assertTrue(run.err().contains("CLI-010"), run::toString);
    }

    @Test
    void json_is_one_document_for_scripts() throws Exception {
        var run = doctor("--proxy", NOBODY, "--json");

        var document = new ObjectMapper().readTree(run.out());
        assertFalse(document.path("ready").asBoolean(true));
        assertEquals("browser", document.path("waysIn").path(0).path("id").asText());
        assertFalse(document.path("waysIn").path(0).path("open").asBoolean(true));
        assertEquals(
                document.path("firstCause").asText(),
                document.path("waysIn").path(0).path("obstacles").path(0).asText());
    }

    @Test
    void a_bundle_for_the_support_desk_holds_nothing_of_any_person() throws Exception {
        var person = Personas.of(Personas.PHARMACIST).orElseThrow();
        var name = person.familyName();
        Files.writeString(plugins.resolve(Personas.PHARMACIST.value() + ".jar"), "no archive");
        var log = Files.writeString(
                folder.resolve("practice.log"),
                "12:00:00 INFO login 3 of " + Personas.PHARMACIST.value()
                        + "\n12:00:01 WARN Bearer abc.def.ghi refused\n");
        var zip = folder.resolve("support.zip");

        var run = doctor("--proxy", NOBODY, "--bundle", zip.toString(), "--log", log.toString());

        assertTrue(run.err().contains(zip.toString()), run::toString);
        var files = read(zip);
        assertEquals(List.of("README.txt", "diagnosis.json", "log.txt", "versions.txt"), List.copyOf(files.keySet()));
        for (var secret : List.of(Personas.PHARMACIST.value(), name, "abc.def.ghi", System.getProperty("user.home"))) {
            files.forEach((file, text) -> assertFalse(
                    text.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT)),
                    () -> file + " holds " + secret));
        }
        assertTrue(files.get("log.txt").contains("INFO login 3 of […]"), files::toString);
    }

    @Test
    void a_bundle_that_cannot_be_written_is_told() {
        var run = doctor(
                "--proxy",
                NOBODY,
                "--bundle",
                folder.resolve("none/support.zip").toString());

        assertEquals(1, run.exitCode());
        assertTrue(run.err().contains("CLI-011"), run::toString);
    }

    @Test
    void watching_tells_what_changes_until_it_is_stopped() throws Exception {
        var port = ReservedPort.next();
        try (var watching = RunningCommand.start(
                Psc.commandLine(), "doctor", "--watch=1", "--proxy=http://127.0.0.1:" + port, "--plugins=" + plugins)) {
            await(watching, "doctor.shortest");
            assertFalse(watching.out().contains(beginning("doctor.changes.gone")), watching::out);

            try (var servers =
                    DemoServers.start(DemoSettings.hasty(new DemoPorts(0, 0, 0, port, 0), Optional.empty()))) {
                assertEquals(port, servers.proxy().getPort());
                await(watching, "doctor.changes.gone");
            }

            await(watching, "doctor.changes.appeared");
            assertEquals(1, watching.interrupt().exitCode());
        }
    }

    private static void await(RunningCommand command, String key) {
        command.await("it says: " + beginning(key), () -> command.out().contains(beginning(key)));
    }

    /** What stands before the first value. */
    private static String beginning(String key) {
        return TEXTS.get(key, BREAK, BREAK).split(Pattern.quote(BREAK))[0];
    }

    private CommandRun doctor(String... options) {
        var arguments = new ArrayList<>(List.of("doctor", "--plugins", plugins.toString()));
        arguments.addAll(List.of(options));
        return CommandRun.ofPsc(arguments.toArray(String[]::new));
    }

    private static TreeMap<String, String> read(Path zip) throws IOException {
        var files = new TreeMap<String, String>();
        try (var opened = new ZipFile(zip.toFile())) {
            for (var entry : opened.stream().toList()) {
                files.put(
                        entry.getName(),
                        new String(opened.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
