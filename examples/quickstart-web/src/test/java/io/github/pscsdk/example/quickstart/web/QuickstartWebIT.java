package io.github.pscsdk.example.quickstart.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.example.santefr.FormConfiguration;
import io.github.pscsdk.example.santefr.FormServer;
import io.github.pscsdk.example.santefr.introspection.IntrospectionClient;
import io.github.pscsdk.testkit.peer.HalfSentRequests;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as packaged, in a process of its own; simulator and form are here. */
class QuickstartWebIT {
    private static final String SALARIED_DOCTOR = "899999100201";

    @TempDir
    private static Path folder;

    private static URI site;
    private static PscSimulator simulator;
    private static FormServer form;
    private static Process application;

    private final Visitor visitor = new Visitor();

    @BeforeAll
    static void start() throws Exception {
        site = URI.create("http://127.0.0.1:" + ReservedPort.next());
        simulator = PscSimulator.builder()
                .client(SimulatedClient.withSecret("psc-test", "not-a-secret")
                        .withRedirectUri(site.resolve("/psc/callback"))
                        .withPostLogoutUri(site.resolve("/psc/signed-out")))
                .client(SimulatedClient.withSecret("santefr-form", "secret-of-the-form"))
                .client(SimulatedClient.withSecret("psc-test-api", "not-a-secret-either"))
                .start();
        startForm(0);
        application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        "target/quickstart-web-app.jar",
                        "--server.port=" + site.getPort(),
                        "--psc.public-base-uri=" + site,
                        "--psc.environment.issuer=" + simulator.issuer(),
                        "--psc.environment.authorization-endpoint=" + simulator.authorizationEndpoint(),
                        "--form.address=" + form.address(),
                        "--form.token-endpoint=" + simulator.apiTokenEndpoint())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        Await.until("the application has started", () -> {
            var said = Files.readString(log());
            assertTrue(application.isAlive(), said);
            return said.contains("Started QuickstartWeb in");
        });
    }

    private static void startForm(int port) {
        form = FormServer.start(FormConfiguration.of(
                        folder.resolve("form"),
                        IntrospectionClient.at(
                                simulator.apiIntrospectionEndpoint(), "santefr-form", "secret-of-the-form"))
                .withPort(port));
    }

    @AfterAll
    static void stop() {
        application.destroyForcibly();
        form.close();
        simulator.close();
    }

    @BeforeEach
    void sitDown() {
        simulator.browserPersona(Personas.PHARMACIST);
    }

    @Test
    void logs_in_hands_both_declarations_over_shows_the_findings_and_logs_out() throws Exception {
        var welcome = visitor.get(site);
        assertTrue(welcome.body().contains("href=\"" + site + "/psc/login\""), welcome::body);

        var home = visitor.get(site.resolve("/psc/login"));
        assertTrue(home.body().contains("Logged in: "), home::body);

        var findings = visitor.press(home, "/declarations");
        assertTrue(findings.body().contains("testing: accepted as SF-"), findings::body);
        assertTrue(findings.body().contains("vaccination: accepted as SF-"), findings::body);
        assertTrue(
                findings.body().contains("<li>V-TEL N at offers[0].phone: Number kept as +33345810421.</li>"),
                findings::body);

        var bye = visitor.press(findings, "/psc/logout");
        assertEquals(site.resolve("/"), bye.uri());
        assertFalse(bye.body().contains("Logged in"), bye::body);
    }

    @Test
    void whoever_may_not_declare_reads_why() throws Exception {
        simulator.browserPersona(new NationalId(SALARIED_DOCTOR));
        var home = visitor.get(site.resolve("/psc/login"));

        var findings = visitor.press(home, "/declarations");

        assertTrue(findings.body().contains("testing: to be corrected"), findings::body);
        assertTrue(findings.body().contains("<li>V-OFFRE E at "), findings::body);
    }

    @Test
    void a_form_that_is_not_there_is_told_with_its_remedy() throws Exception {
        var home = visitor.get(site.resolve("/psc/login"));
        var port = form.address().getPort();
        form.close();
        try {
            var failed = visitor.press(home, "/declarations");

            assertEquals(503, failed.statusCode());
            assertTrue(failed.body().contains("PSC-025"), failed::body);
            assertTrue(failed.body().contains("<li>"), failed::body);
        } finally {
            startForm(port);
        }
    }

    @Test
    void sixty_four_forms_that_stop_in_the_middle_delay_nobody() throws Exception {
        var form = "Content-Type: application/x-www-form-urlencoded\r\n";
        visitor.get(site);

        try (var strangers = HalfSentRequests.open(site, 64, "POST /psc/logout", "none", form)) {
            assertEquals("HTTP/1.1 200", strangers.answerTo("GET /", "none").strip());
        }
    }

    private static Path log() {
        return folder.resolve("log.txt");
    }
}
