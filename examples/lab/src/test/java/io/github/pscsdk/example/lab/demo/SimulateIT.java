package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.peer.RawPeer;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.support.Await;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code psc-lab simulate}, in this process and from the jar. */
class SimulateIT {
    private static final List<String> ENGLISH = List.of("-Duser.language=en");
    private static final List<String> SERVERS = List.of("issuer", "wallet", "api-token", "proxy", "form");

    @TempDir
    private Path folder;

    @Test
    void from_the_jar_the_login_that_it_names_works_as_it_stands_and_it_stops_cleanly_at_a_signal() throws Exception {
        try (var process = JarProcess.start(folder, ENGLISH, Simulation.onFreePorts("--verbose"))) {
            process.await(
                    "it names a login",
                    () -> process.out().contains("psc login") && process.out().endsWith("\n"));
            var page = process.out();
            var line = page.substring(page.indexOf("psc login") + "psc ".length());

            var login = CommandRun.ofPsc(line.strip().replace("\"", "").split(" "));
            assertEquals(0, login.exitCode(), login::toString);
            process.interrupt();

            assertEquals(143, process.result().exitCode());
            assertEquals(page, process.out());
            for (var server : SERVERS) {
                var port = found(page, " " + server + " +http://127\\.0\\.0\\.1:([0-9]+)")
                        .get(0);
                assertStopped(server, () -> new Socket("127.0.0.1", Integer.parseInt(port)).close());
            }
            assertTrue(process.err().contains(" INFO "), process::err);
            var secrets = found(page, "(?:secret|Application token of the proxy)\\s+([0-9a-f]{64})\\s");
            assertEquals(6, secrets.size(), page);
            secrets.forEach(secret -> assertFalse(process.err().contains(secret)));
        }
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void prints_one_line_with_all_that_a_script_needs() throws Exception {
        try (var simulation =
                Simulation.start("--json", "--client-secret=known", "--redirect-uri=http://127.0.0.1:9/a")) {
            var printed = simulation.printed();

            assertHasAllThatAScriptNeeds(printed);
            assertLogsABrowserIn(printed);
            assertEquals(1, simulation.out().lines().count());
        }
    }

    private static void assertHasAllThatAScriptNeeds(PrintedLine printed) throws Exception {
        var discovery = printed.discovery();
        assertEquals(Personas.all().size(), printed.json().path("personas").asInt());
        assertEquals(
                printed.address("issuer").toString(), discovery.path("issuer").asText());
        assertEquals(
                printed.address("wallet").toString(),
                discovery.path("authorization_endpoint").asText());
        printed.json()
                .path("addresses")
                .forEach(address ->
                        assertEquals("127.0.0.1", URI.create(address.asText()).getHost()));
        assertEquals("known", printed.client("psc-test").path("secret").asText());
        assertEquals(200, printed.statusOfProxy());
        assertEquals(200, printed.statusOfBackchannelLogin("psc-test"));
        assertTrue(printed.returnOfBrowserLogin("psc-test").startsWith("http://127.0.0.1:9/a?"));
        assertTrue(printed.returnOfBrowserLogin("psc-demo")
                .startsWith(printed.address("proxy") + "/v1/callback?state=s&"));
    }

    private static void assertLogsABrowserIn(PrintedLine printed) throws Exception {
        assertEquals(
                printed.address("form") + "/", printed.address("connection").toString());
        var me = printed.pageAfterLogin();

        assertTrue(me.contains("FICTIVE-MORTIER"), me);
        assertTrue(me.contains("<form method=\"post\" action=\"/logout\">"), me);
        assertEquals(
                printed.address("form") + "/signed-out",
                printed.client("santefr-form").path("postLogoutUris").path(0).asText());
    }

    @Test
    void interactive_calls_the_client_by_its_name_and_has_a_clock_that_can_be_moved() throws Exception {
        try (var simulation = Simulation.start("--json", "--interactive", "--client-name=Cabinet des Essais")) {
            var printed = simulation.printed();

            var login = printed.text(printed.address("wallet").resolve(printed.returnOfBrowserLogin("psc-test")));
            var cockpit = printed.text(printed.address("pages").resolve("/cockpit"));

            assertTrue(login.contains("<strong>Cabinet des Essais</strong>"), login);
            assertTrue(cockpit.contains("action=\"/cockpit/clock\""), cockpit);
        }
    }

    @Test
    void a_logout_of_ones_own_software_is_reported_to_the_address_that_was_given() throws Exception {
        try (var receiver = new RawPeer(RawPeer.Manner.answering(RawPeer.OK))) {
            var address = receiver.uri().resolve("/logout/backchannel").toString();
            try (var simulation = Simulation.start("--json", "--backchannel-logout-uri=" + address)) {
                var printed = simulation.printed();

                printed.logsABrowserInAndOut("psc-test");

                assertEquals(
                        address,
                        printed.client("psc-test").path("backchannelLogoutUri").asText());
                Await.until(
                        "a logout token comes",
                        () -> receiver.bodies().stream().anyMatch(body -> body.startsWith("logout_token=")));
                assertTrue(receiver.heads().get(0).startsWith("POST /logout/backchannel "));
            }
        }
    }

    @Test
    void plays_a_scenario_and_says_when_a_step_is_done() throws Exception {
        var file = Files.writeString(folder.resolve("scenario.yaml"), """
                version: 1
                title: The form's logins are unavailable
                steps:
                  - who: anybody
                    what: { fault-backchannel-authentication: 503 }
                    when: at-start
                """);
        try (var simulation = Simulation.start("--json", "--scenario=" + file)) {
            var printed = simulation.printed();

            assertEquals(503, printed.statusOfBackchannelLogin("psc-test"));
            assertEquals(1, simulation.out().lines().count());
            assertTrue(
                    simulation.err().matches("(?s).* 1 .* 20\\S+Z\\h?: fault-backchannel-authentication: 503\\R.*"),
                    simulation::err);
            assertTrue(printed.text(printed.address("control").resolve("/scenario"))
                    .contains("\"appliedAt\":\"20"));
        }
    }

    @Test
    void plays_a_scene_that_comes_along_by_its_name() throws Exception {
        try (var simulation = Simulation.start("--json", "--scenario=unknown-professional")) {
            assertEquals(400, simulation.printed().statusOfBackchannelLogin("psc-test"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | is refused: line 4, step 1: there is no member where; there are who, what, when",
                "fr | est refusé\u00a0: ligne 4, étape 1\u00a0: il n’y a pas de membre where\u00a0; il y a who, what, when"
            })
    void a_scenario_that_cannot_be_played_is_told_in_the_language_of_the_user(Locale language, String why)
            throws Exception {
        var file =
                Files.writeString(folder.resolve("scenario.yaml"), "version: 1\ntitle: T\nsteps:\n  - where: here\n");

        assertRefused(language, "--scenario=" + file, "--scenario " + file + " " + why);
    }

    @ParameterizedTest
    @CsvSource({"en,is refused", "fr,est refusé"})
    void a_port_that_there_is_not_is_refused_in_the_language_of_the_user(Locale language, String why) {
        assertRefused(language, "--first-port=65532", "--first-port 65532 " + why);
    }

    private static void assertRefused(Locale language, String option, String why) {
        var machine = Locale.getDefault();
        try {
            Locale.setDefault(language);
            var run = CommandRun.ofLab(Simulation.onFreePorts(option));

            assertEquals(2, run.exitCode(), run::toString);
            assertEquals("", run.out());
            assertTrue(run.err().contains(why), run::err);
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void leaves_nothing_behind_when_its_thread_is_interrupted() throws Exception {
        try (var simulation = Simulation.start("--json")) {
            assertEquals(1, simulation.interrupt());

            assertAllStopped(simulation.printed());
        }
    }

    @Test
    void prints_a_page_for_people() throws Exception {
        var own = TestClient.of("own", "Own", "own-secret")
                .at(
                        List.of(URI.create("http://127.0.0.1:9/in")),
                        List.of(),
                        Optional.of(URI.create("http://127.0.0.1:9/bye")));
        var settings =
                new DemoSettings(DemoPorts.FREE, Optional.empty(), List.of(own), Optional.empty(), simulator -> {});
        var out = new StringWriter();

        try (var servers = DemoServers.start(settings)) {
            new RunningServersReport(new PrintWriter(out), Fixtures.TEXTS, false).print(servers);

            for (var address : servers.addresses().entrySet()) {
                var line = "  " + address.getKey() + " +\\Q" + address.getValue() + "\\E";
                assertTrue(out.toString().lines().anyMatch(one -> one.matches(line)), out::toString);
            }
            Stream.of("own-secret", "http://127.0.0.1:9/in", "http://127.0.0.1:9/bye", servers.revealApplicationToken())
                    .forEach(text -> assertTrue(out.toString().contains(text), out::toString));
        }
    }

    @Test
    void a_port_that_is_taken_is_told() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var run = CommandRun.ofLab(Simulation.onFreePorts("--first-port=" + taken.getLocalPort()));

            assertFailed(run, "CLI-006");
            assertTrue(run.err().contains("port " + taken.getLocalPort()), run::err);
        }
    }

    @Test
    void a_virtual_card_without_a_virtual_reader_is_told_with_what_to_install_in_the_language_of_the_user()
            throws Exception {
        // Honoured by every client of pcsc-lite: no service answers there, whatever runs on the machine.
        var environment = Map.of("PCSCLITE_CSOCK_NAME", folder.resolve("absent").toString());
        var arguments = Simulation.onFreePorts("--virtual-card");
        try (var process = JarProcess.start(folder, environment, List.of("-Duser.language=fr"), arguments)) {
            var run = process.result();

            assertFailed(run, "CLI-007");
            assertTrue(run.err().contains("Il n’y a pas de lecteur virtuel pour la carte virtuelle."), run::err);
            assertTrue(run.err().contains("apt-get install pcscd vsmartcard-vpcd"), run::err);
        }
    }

    private static void assertFailed(CommandRun run, String code) {
        assertEquals(1, run.exitCode(), run::toString);
        assertEquals("", run.out());
        assertTrue(run.err().contains("(" + code + ")"), run::err);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--client-id=psc-demo",
                "--client-id=",
                "--client-secret=",
                "--redirect-uri=/callback",
                "--post-logout-uri=http://127.0.0.1:9/#there",
                "--backchannel-logout-uri=https://example.org/logout",
                "--first-port=-1",
                "--first-port=http",
                "--card-holder=899999100029",
                "--card-slot=second",
                "--virtual-card=cps5",
                "--scenario=absent.yaml"
            })
    void what_cannot_work_is_refused_before_anything_starts(String option) {
        var run = CommandRun.ofLab(Simulation.onFreePorts(option));

        assertEquals(2, run.exitCode(), run::toString);
        assertEquals(2, run.err().lines().count(), run::err);
        assertTrue(run.err().contains("Try: psc-lab simulate --help"), run::err);
    }

    private static void assertAllStopped(PrintedLine printed) {
        for (var server : SERVERS) {
            assertStopped(server, () -> printed.connect(server));
        }
    }

    private static void assertStopped(String server, Executable connection) {
        assertThrows(ConnectException.class, connection, server);
    }
}
