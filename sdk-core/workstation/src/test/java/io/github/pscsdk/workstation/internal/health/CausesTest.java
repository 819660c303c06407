package io.github.pscsdk.workstation.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.workstation.PassingTime;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Like causes are told apart, and consequences are left out. */
class CausesTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final URI SERVER = URI.create("https://proxy.editeur.example");

    @Test
    void a_name_server_that_never_answers_is_found_in_time() throws Exception {
        var asked = new AtomicBoolean();
        var never = new Semaphore(0);

        var time = new PassingTime();
        var fixture = HealthCheckFixture.of(SERVER)
                .at(time.clock())
                .wired(client -> client.dns(name -> {
                    asked.set(true);
                    never.acquireUninterruptibly();
                    return List.of();
                }));

        var diagnosis = time.within(Duration.ofSeconds(3), asked::get, fixture::diagnosis);
        never.release();

        assertFound(diagnosis, Subject.NETWORK, WorkstationProblem.SERVER_HALF_SLOW);
    }

    @Test
    void a_host_that_needs_no_proxy_is_not_told_of_one() throws Exception {
        var diagnosis = HealthCheckFixture.of(Trouble.closed())
                .withEnvironment(Map.of("https_proxy", "proxy.example:3128", "no_proxy", "localhost,127.0.0.1"))
                .diagnosis();

        assertFound(diagnosis, Subject.NETWORK, WorkstationProblem.CONNECTION_REFUSED);
    }

    @Test
    void a_proxy_that_the_system_names_is_shown_without_its_password() throws Exception {
        var diagnosis = Trouble.of(WorkstationProblem.PROXY_NOT_USED);

        assertEquals(
                "proxy.cabinet.example:3128",
                diagnosis.findings().get(0).facts().get("proxy"));
    }

    @Test
    void a_proxy_that_forbids_the_server_refuses_as_one_that_wants_a_password() throws Exception {
        assertFound(Trouble.behindProxyThatSays(403), Subject.NETWORK, WorkstationProblem.PROXY_REFUSES);
    }

    @Test
    void a_clock_behind_a_new_certificate_is_the_cause_and_the_certificate_is_not_blamed() throws Exception {
        var diagnosis = Trouble.certified("localhost", NOW.plus(DAY), NOW.plus(DAY.multipliedBy(9)), NOW);

        assertFound(diagnosis, Subject.RUNTIME, WorkstationProblem.CLOCK_WRONG);
        assertEquals(Severity.BLOCKING, diagnosis.findings().get(0).severity());
        assertEquals("at least 1 d slow", diagnosis.findings().get(0).facts().get("clock"));
    }

    @ParameterizedTest
    @CsvSource({
        "20, , ",
        "-20, , ",
        "45, WARNING, 4\\d s fast",
        "-45, WARNING, 4\\d s slow",
        "585, WARNING, 9 min 4\\d s fast",
        "1705, WARNING, 28 min 2\\d s fast",
        "1905, BLOCKING, 31 min 4\\d s fast",
        "-90000, BLOCKING, (1 d 1 h|1 d) slow"
    })
    void a_clock_is_told_with_its_amount_and_blocks_only_where_each_session_would_end_as_it_begins(
            long ahead, Severity severity, String amount) throws Exception {
        var diagnosis = Trouble.dated(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(ahead)));

        assertEquals(
                severity == null ? List.of() : List.of(severity),
                diagnosis.findings().stream().map(Diagnostic::severity).toList());
        for (var finding : diagnosis.findings()) {
            var told = finding.facts().get("clock");
            assertTrue(told.matches(amount), told);
        }
    }

    @Test
    void an_unknown_authority_is_named_by_its_organisation_and_never_by_a_person() throws Exception {
        var facts = Trouble.issuedBy(Trouble.HOSPITAL).findings().get(0).facts();

        assertEquals("Hopital Fictif", facts.get("issuer"));
        assertTrue(facts.values().stream().noneMatch(fact -> fact.contains("FICTIVE")), facts::toString);
        var home = Trouble.issuedBy("CN=Martin FICTIVE").findings().get(0);
        assertEquals(WorkstationProblem.CERTIFICATE_NOT_TRUSTED, home.problem());
        assertTrue(!home.facts().containsKey("issuer"));
    }

    @Test
    void an_inspection_that_the_workstation_trusts_is_a_warning() throws Exception {
        var authority = new Authority("CN=FortiGate CA,O=Fortinet", NOW);
        try (var server = new MockWebServer()) {
            server.useHttps(authority.server("localhost", NOW.minus(DAY), Instant.parse("2099-01-01T00:00:00Z")));
            server.enqueue(new MockResponse.Builder()
                    .body("{\"environment\":\"SIMULATOR\",\"contract\":\"1.0.0\"}")
                    .build());
            server.enqueue(new MockResponse.Builder().code(404).build());
            server.start(InetAddress.getLoopbackAddress(), 0);

            var diagnosis = HealthCheckFixture.of(Trouble.https(server))
                    .wired(authority::trustedBy)
                    .diagnosis();

            assertFound(diagnosis, Subject.NETWORK, WorkstationProblem.CONNECTION_INSPECTED);
        }
    }

    /** A whole ServerHello of TLS 1.0, as an old server answers whatever it is offered (RFC 2246, section 7.4.1.3). */
    @Test
    void a_server_that_answers_in_an_old_version_is_as_old_as_one_that_says_so() throws Exception {
        var hello = "1603010031" + "0200002d" + "0301" + "5f".repeat(32) + "00" + "c013" + "00" + "0005" + "ff01000100";

        var diagnosis = Trouble.at(RawServer.answering(HexFormat.of().parseHex(hello)));

        assertFound(diagnosis, Subject.NETWORK, WorkstationProblem.TLS_TOO_OLD);
    }

    @Test
    void a_port_that_speaks_no_tls_is_no_old_server() throws Exception {
        var page = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

        assertFound(Trouble.at(RawServer.answering(page)), Subject.NETWORK, WorkstationProblem.CONNECTION_CUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://wallet.esw.esante.gouv.fr",
                "https://AUTH.bas.psc.esante.gouv.fr/auth/",
                "https://wallet.bas.psc.esante.gouv.fr"
            })
    void no_host_of_pro_sante_connect_is_a_server_half(String address) {
        assertEquals(
                List.of(WorkstationProblem.PSC_AS_SERVER_HALF),
                ServerCheck.findings(URI.create(address)).stream()
                        .map(Diagnostic::problem)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://proxy.esw.esante.gouv.fr", "https://auth.esw.esante.gouv.fr.editeur.example"})
    void a_host_that_only_looks_like_pro_sante_connect_may_be_one(String address) {
        assertEquals(List.of(), ServerCheck.findings(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.3", "17.0.21+9", "18.0.1", "19", "21.0.1", "25"})
    void a_mended_java_is_well(String version) throws Exception {
        assertEquals(
                List.of(), Trouble.healthy(surgery -> surgery.onJava(version)).findings());
    }

    @Test
    void a_network_that_leads_elsewhere_is_no_server_half() throws Exception {
        assertFound(
                Trouble.answering("GET /v1/status", 302, ""),
                Subject.SERVER_HALF,
                WorkstationProblem.NOT_A_SERVER_HALF);
    }

    @Test
    void a_proxy_that_offers_what_is_not_supported_is_told_by_its_schemes() throws Exception {
        var diagnosis = Trouble.behindProxyThatSays(407, "Negotiate", "NTLM");

        assertFound(diagnosis, Subject.NETWORK, WorkstationProblem.PROXY_LOGIN_NOT_SUPPORTED);
        assertEquals("Negotiate, NTLM", diagnosis.findings().get(0).facts().get("schemes"));
    }

    @Test
    void all_subjects_are_examined_even_where_there_is_no_way_to_them() throws Exception {
        assertEquals(
                List.of(
                        Subject.RUNTIME,
                        Subject.NETWORK,
                        Subject.SERVER_HALF,
                        Subject.PRO_SANTE_CONNECT,
                        Subject.PLUGINS),
                Trouble.of(WorkstationProblem.OLD_SANDBOX_HOST).examinations().stream()
                        .map(Examination::subject)
                        .toList());
    }

    private static void assertFound(Diagnosis diagnosis, Subject where, Problem what) {
        var found = diagnosis.examinations().stream()
                .flatMap(examination ->
                        examination.findings().stream().map(finding -> examination.subject() + " " + finding.problem()))
                .toList();
        assertEquals(List.of(where + " " + what), found);
    }
}
