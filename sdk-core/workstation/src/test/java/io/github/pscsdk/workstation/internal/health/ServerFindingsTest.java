package io.github.pscsdk.workstation.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.workstation.MockServerHalf;
import io.github.pscsdk.workstation.PassingTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** What the server half says of itself, which is shown and not trusted. */
class ServerFindingsTest {
    @Test
    void what_the_service_must_mend_is_found_at_pro_sante_connect_and_the_rest_at_the_server_half() throws Exception {
        var diagnosis = saying(finding("PSC-020", "BLOCKING", ""), finding("PSC-040", "BLOCKING", ""));

        assertEquals(
                List.of(Diagnostic.of(LoginProblem.CLIENT_REJECTED, Severity.BLOCKING)),
                found(diagnosis, Subject.SERVER_HALF));
        assertEquals(
                List.of(Diagnostic.of(LoginProblem.PSC_UNAVAILABLE, Severity.BLOCKING)),
                found(diagnosis, Subject.PRO_SANTE_CONNECT));
    }

    @Test
    void every_finding_that_this_version_of_the_server_half_can_send_has_its_words() throws Exception {
        var sent = Arrays.stream(ServerProblem.values())
                .map(problem -> finding(problem.code(), "WARNING", ""))
                .toArray(String[]::new);

        assertEquals(
                Set.of(ServerProblem.values()),
                saying(sent).findings().stream().map(Diagnostic::problem).collect(Collectors.toSet()));
    }

    @Test
    void a_finding_of_a_later_server_is_kept_under_its_code() throws Exception {
        var diagnosis = saying(finding("SRV-999", "DREADFUL", "\"days\":12"));

        assertEquals(
                List.of(Diagnostic.of(WorkstationProblem.SERVER_FINDING_UNKNOWN, Severity.WARNING)
                        .with("code", "SRV-999")
                        .with("days", "12")),
                found(diagnosis, Subject.SERVER_HALF));
    }

    @Test
    void facts_are_few_short_and_without_anything_that_could_be_markup_or_a_person() throws Exception {
        var many = IntStream.range(0, 50)
                .mapToObj(i -> "\"k" + i + "\":\"<script>alert(1)</script>\\u202e" + MockServerHalf.NATIONAL_ID
                        + "x".repeat(500) + "\"")
                .collect(Collectors.joining(","));
        var hostile = found(saying(finding("<b>" + "9".repeat(300), "INFO", many)), Subject.SERVER_HALF)
                .get(0);

        assertTrue(
                hostile.facts().size() <= 9, () -> "facts: " + hostile.facts().size());
        hostile.facts().forEach((key, value) -> {
            assertTrue(value.length() <= 90 && value.matches("[A-Za-z0-9 .,:_/+%()?-]*"), value);
            assertTrue(!value.matches(".*\\d{8}.*"), value);
        });
    }

    @Test
    void no_more_than_sixty_four_findings_are_taken() throws Exception {
        var findings = IntStream.range(0, 100)
                .mapToObj(i -> finding("NEW-" + i, "INFO", ""))
                .toArray(String[]::new);

        assertEquals(64, saying(findings).findings().size());
    }

    @Test
    void an_older_server_half_that_does_not_know_the_question_is_well() throws Exception {
        assertEquals(
                List.of(),
                Trouble.answering("GET /v1/diagnosis", 404, "{\"code\":\"404\"}")
                        .findings());
    }

    @Test
    void a_report_that_cannot_be_read_or_does_not_come_is_a_warning() throws Exception {
        for (var body : List.of("<html>", "{\"findings\":[{}]}", "[]", "")) {
            var found = Trouble.answering("GET /v1/diagnosis", 200, body).findings();
            assertEquals(
                    List.of(WorkstationProblem.NO_SERVER_DIAGNOSIS),
                    found.stream().map(Diagnostic::problem).toList(),
                    body);
            assertEquals(Severity.WARNING, found.get(0).severity());
        }
    }

    @Test
    void a_report_without_findings_finds_nothing() throws Exception {
        for (var body : List.of("{}", "{\"findings\":null}", "{\"findings\":[null]}")) {
            assertEquals(
                    List.of(), Trouble.answering("GET /v1/diagnosis", 200, body).findings(), body);
        }
    }

    @Test
    void a_report_that_hangs_ends_in_time_and_blocks_nothing() throws Exception {
        try (var server = new MockServerHalf()) {
            server.answer(
                    "GET /v1/diagnosis",
                    () -> new MockResponse.Builder()
                            .headersDelay(60, TimeUnit.SECONDS)
                            .build());

            var time = new PassingTime();
            var fixture = HealthCheckFixture.of(server.address()).at(time.clock());

            var diagnosis = time.within(
                    Duration.ofMillis(4_200),
                    () -> !server.seen("GET /v1/diagnosis").isEmpty(),
                    fixture::diagnosis);

            assertEquals(
                    List.of(WorkstationProblem.SERVER_HALF_SLOW),
                    diagnosis.findings().stream().map(Diagnostic::problem).toList());
            assertEquals("4 s", diagnosis.findings().get(0).facts().get("waited"));
            assertTrue(diagnosis.isReady());
        }
    }

    @Test
    void a_healthy_check_up_asks_twice_and_waits_for_nothing() throws Exception {
        try (var server = new MockServerHalf()) {
            server.answer("GET /v1/diagnosis", 200, "{\"findings\":[]}");

            var diagnosis = HealthCheckFixture.of(server.address()).diagnosis();

            assertEquals(List.of(), diagnosis.findings());
            assertEquals(
                    "Bearer " + MockServerHalf.APPLICATION_TOKEN,
                    server.await("GET /v1/diagnosis").header("Authorization"));
            assertEquals(2, server.seen("GET /").size());
        }
    }

    private static String finding(String code, String severity, String facts) {
        return "{\"code\":\"" + code + "\",\"severity\":\"" + severity + "\",\"facts\":{" + facts + "}}";
    }

    private static Diagnosis saying(String... findings) throws Exception {
        return Trouble.answering("GET /v1/diagnosis", 200, "{\"findings\":[" + String.join(",", findings) + "]}");
    }

    private static List<Diagnostic> found(Diagnosis diagnosis, Subject where) {
        return diagnosis.examinations().stream()
                .filter(examination -> examination.subject() == where)
                .flatMap(examination -> examination.findings().stream())
                .toList();
    }
}
