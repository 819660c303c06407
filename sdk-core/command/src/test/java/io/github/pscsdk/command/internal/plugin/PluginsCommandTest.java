package io.github.pscsdk.command.internal.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.command.Psc;
import io.github.pscsdk.testkit.support.Await;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsCommandTest {
    private static final String SECRET = "never-to-be-shown";

    private final Locale machine = Locale.getDefault();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path plugins;
    private Path settings;
    private Path badge;

    @BeforeEach
    void fillTheFolders() throws Exception {
        Locale.setDefault(Locale.UK);
        plugins = Files.createDirectory(folder.resolve("plugins"));
        settings = Files.createDirectory(folder.resolve("settings"));
        badge = new TestArchive().writeTo(plugins.resolve("badge.jar"));
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(machine);
    }

    @Test
    void it_tells_states_settings_and_where_they_are_set_but_no_value() throws Exception {
        Files.writeString(settings.resolve("badge.properties"), "waitTime = PT20S\npairing = " + SECRET + "\n");

        assertEquals(0, plugins("--settings", settings.toString()), err::toString);

        var lines = out.toString().lines().map(String::strip).toList();
        assertTrue(lines.contains("badge.jar: RUNNING, plug-in badge 1.0.0"), out::toString);
        assertTrue(
                lines.contains("authenticator badge \"Badge of the practice\", BACKCHANNEL: AVAILABLE"), out::toString);
        assertTrue(lines.contains("waitTime \"Waiting time\", DURATION: PT1S … PT1M"), out::toString);
        assertTrue(lines.contains("default: PT10S"), out::toString);
        assertEquals(
                2, lines.stream().filter("set by: badge.properties"::equals).count(), out::toString);
        assertFalse(out.toString().contains("PT20S") || out.toString().contains(SECRET), out::toString);
    }

    @Test
    void json_tells_the_same() throws Exception {
        Files.writeString(settings.resolve("badge.properties"), "pairing = " + SECRET + "\n");

        assertEquals(0, plugins("--settings", settings.toString(), "--json"), err::toString);

        var plugin = new ObjectMapper().readTree(out.toString()).path("plugins").path(0);
        assertEquals("RUNNING", plugin.path("state").asText());
        var set = plugin.path("authenticators").path(0).path("settings");
        assertEquals("PT10S", set.path(0).path("default").asText());
        assertTrue(set.path(0).path("source").isNull(), out::toString);
        assertEquals("SECRET", set.path(1).path("kind").asText());
        assertEquals("badge.properties", set.path(1).path("source").asText());
        assertFalse(out.toString().contains(SECRET), out::toString);
    }

    @Test
    void a_value_out_of_its_bounds_is_a_finding_and_the_command_ends_with_1() throws Exception {
        Files.writeString(settings.resolve("badge.properties"), "waitTime = PT2H\n");

        assertEquals(1, plugins("--settings", settings.toString(), "--json"), err::toString);

        var plugin = new ObjectMapper().readTree(out.toString()).path("plugins").path(0);
        var authenticator = plugin.path("authenticators").path(0);
        assertEquals("PLG-010", authenticator.path("problem").asText());
        assertEquals(List.of("PLG-010"), codes(plugin));
        assertFalse(out.toString().contains("PT2H"), out::toString);
    }

    @Test
    void what_is_not_used_says_why() throws Exception {
        Files.writeString(plugins.resolve("broken.jar"), "no archive");
        Files.writeString(plugins.resolve("disabled.txt"), "badge\n");

        assertEquals(1, plugins(), err::toString);

        assertTrue(out.toString().contains("badge.jar: STOPPED"), out::toString);
        assertTrue(out.toString().contains("broken.jar: REFUSED"), out::toString);
        assertTrue(out.toString().contains("PLG-009") && out.toString().contains("PLG-002"), out::toString);
    }

    @Test
    void a_folder_that_is_not_there_is_one_finding() throws Exception {
        Files.delete(badge);
        Files.delete(plugins);

        assertEquals(1, plugins("--json"), err::toString);

        assertEquals(List.of("PLG-001"), codes(new ObjectMapper().readTree(out.toString())));
    }

    @Test
    void a_thread_that_does_not_end_is_counted() throws Exception {
        var end = folder.resolve("end");
        // Where it is interrupted, it does not park.
        new TestArchive().obstacle("""
                        try {
                            while (!java.nio.file.Files.deleteIfExists(java.nio.file.Path.of("%s"))) {
                                Thread.interrupted();
                                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                            }
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                        return Optional.empty();
                        """.formatted(end)).writeTo(badge);
        try {
            assertEquals(0, plugins(), out::toString);
        } finally {
            Files.createFile(end);
            Await.until("the thread has ended", () -> Files.notExists(end));
        }

        assertTrue(out.toString().contains("UNAVAILABLE (PLG-011)"), out::toString);
        assertTrue(out.toString().contains("threads that do not end: 1"), out::toString);
    }

    @Test
    void authenticators_keep_what_they_must_in_the_folder_that_was_named() throws Exception {
        var state = folder.resolve("state");

        assertEquals(0, plugins("--state", state.toString()), err::toString);

        try (var kept = Files.walk(state)) {
            assertTrue(kept.anyMatch(Files::isRegularFile), "nothing was kept");
        }
    }

    @Test
    void a_client_finds_its_settings_there_too() throws Exception {
        Files.writeString(settings.resolve("badge.properties"), "waitTime = PT2H\n");
        var state = folder.resolve("state");

        assertEquals(
                1,
                run(
                        "doctor",
                        "--proxy=http://127.0.0.1:1",
                        "--plugins=" + plugins,
                        "--settings=" + settings,
                        "--state=" + state));

        assertTrue(out.toString().contains("PLG-010"), out::toString);
    }

    @Test
    void control_characters_of_file_names_do_not_reach_the_terminal() throws Exception {
        Files.writeString(plugins.resolve("\u001b[31mred.jar"), "no archive");

        assertEquals(1, plugins(), err::toString);

        assertTrue(out.toString().contains("red.jar"), out::toString);
        assertFalse(out.toString().contains("\u001b"), out::toString);
    }

    @Test
    void verify_ends_with_0_for_fit_archives_and_with_1_for_one_that_is_not() throws Exception {
        assertEquals(0, run("plugin", "verify", badge.toString()), out::toString);
        assertTrue(out.toString().startsWith("badge.jar: fit to be given out"), out::toString);
        assertTrue(out.toString().contains("not signed"), out::toString);

        var open = new TestArchive().with("Plugin-Requires", ">=1.0.0").writeTo(folder.resolve("open.jar"));
        assertEquals(1, run("plugin", "verify", open.toString()));
        assertTrue(out.toString().contains("open.jar: not fit to be given out"), out::toString);
        assertTrue(out.toString().contains("PLG-003"), out::toString);

        assertEquals(1, run("plugin", "verify", "--json", badge.toString(), open.toString()));
        var document = new ObjectMapper().readTree(out.toString());
        assertFalse(document.path("fit").asBoolean(true));
        assertEquals("FIT", document.path("archives").path(0).path("verdict").asText());
        assertEquals(List.of("PLG-003"), codes(document.path("archives").path(1)));
    }

    @Test
    void verify_of_nothing_is_a_slip_of_the_command_line() {
        assertEquals(2, run("plugin", "verify"));
        assertTrue(err.toString().contains("FILE"), err::toString);
    }

    private int plugins(String... options) {
        var arguments = new ArrayList<>(List.of("plugins", "--folder", plugins.toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private static List<String> codes(JsonNode told) {
        var codes = new ArrayList<String>();
        told.path("findings").forEach(finding -> codes.add(finding.path("code").asText()));
        return codes;
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Psc.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
