package io.github.pscsdk.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Takes each measure with a handful of iterations; in a long run also those that start servers or compare much. How fast anything was is not looked at. */
class MeasuresTest {
    private static Report glimpse(String name) throws Exception {
        var report = new Report();
        Measures.named(name).take(Effort.GLIMPSE, report);
        return report;
    }

    private static void assertPositive(Report report, String... figures) {
        for (var figure : figures) {
            assertTrue(report.value(figure) > 0, () -> figure + ": " + report.value(figure));
        }
    }

    @Test
    void an_id_token_passes_the_whole_check_and_the_bare_one() throws Exception {
        var report = glimpse("id-token");

        assertPositive(report, "share of the signature in the whole check");
        assertTrue(report.value("whole check, allocated") > report.value("signature alone, allocated"));
    }

    @Test
    void user_info_is_read_by_both() throws Exception {
        var report = glimpse("userinfo");

        assertPositive(report, "share of the tokens in the whole");
        assertTrue(report.value("size of the document") > 4_000);
    }

    @Test
    void a_process_lists_its_authenticators() throws Exception {
        assertPositive(glimpse("process-start"), "3 plug-ins, SDK", "20 plug-ins, PF4J alone");
    }

    @Tag("long")
    @Test
    void a_browser_login_makes_two_requests() throws Exception {
        var report = glimpse("browser-login");

        assertEquals(2, report.value("requests of a login"));
        assertEquals(2, report.value("fetches of metadata and keys, all logins"));
        assertPositive(
                report,
                "login, allocated",
                "login over by hand: OkHttp, data binding, Nimbus, p50",
                "login over by hand: OkHttp, JSON tokens, JDK, CPU",
                "login over two bare round trips, p50");
    }

    @Tag("long")
    @Test
    void a_fresh_process_logs_somebody_in() throws Exception {
        assertPositive(
                glimpse("first-login"),
                "warmed up, first login over the second",
                "not warmed up, first login over the second");
    }

    @Test
    void a_back_channel_login_makes_three_requests_and_fetches_metadata_and_keys_once() throws Exception {
        var report = glimpse("backchannel-requests");

        var logins = report.value("logins");
        for (var endpoint : List.of("BACKCHANNEL_AUTHENTICATION", "TOKEN", "USERINFO")) {
            assertEquals(logins, report.value(endpoint + ", all logins"), endpoint);
        }
        assertPositive(report, "outcome beyond the interval, p50");
        assertEquals(1, report.value("DISCOVERY, all logins"));
        assertEquals(1, report.value("JWKS, all logins"));
    }

    @Tag("long")
    @Test
    void logins_wait_and_refusals_arrive() throws Exception {
        var report = glimpse("pending-logins");

        assertPositive(report, "near, polls", "50 ms away, from refusal to outcome, p50");
    }

    @Tag("long")
    @Test
    void a_node_keeps_each_connect_waiting_until_its_professional_has_answered() throws Exception {
        var report = glimpse("connects");

        assertAllAnswered(report, "at once", 20);
        assertPositive(report, "at once, polls", "at once, poll late, p99", "at once, threads, Java's, most");
    }

    @Tag("long")
    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void a_node_over_postgresql_answers_each_connect() throws Exception {
        var report = glimpse("connects-postgresql");

        assertAllAnswered(report, "within a minute", 20);
        assertPositive(report, "within a minute, statements");
    }

    private static void assertAllAnswered(Report report, String label, int callers) {
        assertEquals(callers, report.value(label + ", asked"));
        assertEquals(0, report.value(label + ", answered before their professional"));
        assertEquals(0, report.value(label + ", without an answer"));
        assertEquals(0, report.value(label + ", connections broken"));
        assertEquals(0, report.value(label + ", poll late, polls too early"));
        assertEquals(callers - callers / 10, report.value(label + ", answers 200"));
        assertEquals(callers / 10, report.value(label + ", answers 401"));
    }

    @Test
    void the_holder_of_a_card_is_known_within_25_exchanges() throws Exception {
        var report = glimpse("card-identity");

        assertPositive(report, "in memory, plug-in over bare loop");
        assertTrue(report.value("in memory, exchanges") <= 25);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void a_login_over_each_store_is_measured_with_many_sessions_of_its_professional_and_with_none() throws Exception {
        var report = glimpse("many-sessions");

        for (var store : List.of("memory", "PostgreSQL", "Redis")) {
            assertPositive(report, store + ", with many over with none");
        }
    }

    @Test
    void each_measure_has_its_command_in_the_documents() throws Exception {
        var page = Files.readString(Path.of("../../docs/performance.md"));

        var named = Pattern.compile("-Dmeasure=(\\S+)")
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertEquals(Measures.ALL.stream().map(Measure::name).toList(), named);
    }

    @Test
    void an_unknown_measure_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Measures.named("speed-of-light"));
    }
}
