package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.command.Psc;
import io.github.pscsdk.commandline.internal.LocalProxy;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code psc login} at the servers of {@code psc-lab simulate}, in this process and from the jar. */
class LoginIT {
    private static final List<String> ENGLISH = List.of("-Duser.language=en");

    @AutoClose
    private static DemoServers servers;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        servers = Fixtures.servers();
    }

    @Test
    void without_being_told_anything_it_finds_what_simulate_starts() {
        var login = Psc.commandLine().getSubcommands().get("login");

        var proxy = login.getCommandSpec().findOption("--proxy");

        assertEquals("http://127.0.0.1:" + DemoPortsTest.usual().proxy(), proxy.defaultValue());
        assertEquals(proxy.defaultValue(), LocalProxy.ADDRESS);
    }

    @Test
    void shows_the_digits_says_who_is_logged_in_and_signs_out() {
        var logouts = servers.simulator().count(Endpoint.LOGOUT);

        var run = login();

        assertEquals(0, run.exitCode(), run::toString);
        assertTrue(run.out().contains("(" + Personas.PHARMACIST.value() + ")"), run::out);
        assertTrue(run.err().lines().anyMatch(line -> line.matches("[ #]+") && line.contains("#")), run::err);
        assertFalse(run.err().contains(Personas.PHARMACIST.value()), run::err);
        assertEquals(logouts + 1, servers.simulator().count(Endpoint.LOGOUT));
    }

    @Test
    void takes_the_token_from_a_file_as_well_and_leaves_the_session_open_where_that_is_wanted() throws Exception {
        var file = Files.writeString(folder.resolve("token"), servers.revealApplicationToken() + "\n");
        var logouts = servers.simulator().count(Endpoint.LOGOUT);

        var run = login("--no-sign-out", "--application-token-file=" + file);

        assertEquals(0, run.exitCode(), run::toString);
        assertEquals(logouts, servers.simulator().count(Endpoint.LOGOUT));
    }

    @Test
    void prints_one_line_of_json_for_a_script() throws Exception {
        var run = login("--json", "--national-id=899999100029", "--timeout=60", "--on-card-removed=sign-out");

        assertEquals(0, run.exitCode(), run::toString);
        assertEquals(1, run.out().lines().count());
        var printed = new ObjectMapper().readTree(run.out());
        assertEquals(
                "899999100029", printed.path("professional").path("nationalId").asText());
        assertFalse(printed.path("professional").path("practices").isEmpty());
    }

    @Test
    void a_refusal_is_told_with_its_steps() {
        var run = login("--national-id=899999100045");

        assertEquals(1, run.exitCode(), run::toString);
        assertEquals("", run.out());
        assertTrue(run.err().contains("(PSC-001)"), run::err);
    }

    @Test
    void an_authenticator_that_is_not_there_is_told_with_the_folder() {
        var absent = folder.resolve("absent").toString();

        var run = CommandRun.ofPsc(
                "login", "--with", "stub", "--proxy", servers.proxy().toString(), "--plugins", absent);

        assertEquals(1, run.exitCode(), run::toString);
        assertTrue(run.err().contains("PSC-064"), run::err);
        assertTrue(run.err().contains(absent), run::err);
    }

    @Test
    void a_wrong_token_is_refused_by_the_proxy() {
        var run = login("--application-token=wrong");

        assertEquals(1, run.exitCode(), run::toString);
        assertTrue(run.err().contains("PSC-062"), run::err);
    }

    @Test
    void by_the_plain_contract_the_browser_is_left_and_nobody_needs_a_name_for_who_is_logged_in() {
        var run = CommandRun.ofPsc(
                "login",
                "--with=browser,ecps",
                "--national-id=899999100029",
                "--plain-contract",
                "--proxy=" + servers.proxy(),
                "--plugins=" + CommandRun.PLUGINS);

        assertEquals(0, run.exitCode(), run::toString);
        assertTrue(run.out().contains("899999100029 ("), run::toString);
        assertTrue(run.err().contains("PSC-065"), run::toString);
    }

    @Test
    void stays_until_a_signal_then_signs_out_and_its_verbose_log_names_nobody() throws Exception {
        var logouts = servers.simulator().count(Endpoint.LOGOUT);
        var arguments = arguments("--keep", "--json", "--verbose");
        try (var process = JarProcess.start(folder, ENGLISH, arguments)) {
            process.await("the login is there", () -> process.err().contains("Logged in until Ctrl-C."));

            process.interrupt();

            assertEquals(143, process.result().exitCode());
            assertEquals(logouts + 1, servers.simulator().count(Endpoint.LOGOUT));
            assertEquals(1, process.out().lines().count());
            assertTrue(process.err().contains(" INFO "), process::err);
            var person = Personas.of(Personas.PHARMACIST).orElseThrow();
            assertFalse(process.err().contains(Personas.PHARMACIST.value()), process::err);
            assertFalse(process.err().contains(person.familyName()), process::err);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--national-id=8",
                "--national-id=99999100012",
                "--way=window",
                "--on-card-removed=explode",
                "--timeout=0",
                "--timeout=ten",
                "--application-token=two words",
                "--application-token-file=absent",
                "--client-id=",
                "--proxy=ftp://127.0.0.1/",
                "--proxy=https://proxy.example/"
            })
    void what_cannot_work_is_refused_before_anything_starts(String option) {
        var run = CommandRun.ofPsc("login", "--with", "stub", option);

        assertEquals(2, run.exitCode(), run::toString);
        assertEquals(2, run.err().lines().count(), run::err);
        assertTrue(run.err().contains("Try: psc login --help"), run::err);
        assertFalse(run.err().contains("99999100012"), run::err);
    }

    @Test
    void an_authenticator_must_be_named() {
        assertEquals(2, CommandRun.ofPsc("login").exitCode());
    }

    private static CommandRun login(String... options) {
        return CommandRun.ofPsc(arguments(options));
    }

    private static String[] arguments(String... options) {
        var arguments = new ArrayList<>(
                List.of("login", "--with=stub", "--proxy=" + servers.proxy(), "--plugins=" + CommandRun.PLUGINS));
        arguments.addAll(List.of(options));
        return arguments.toArray(String[]::new);
    }
}
