package io.github.pscsdk.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.benchmark.harness.Run;
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
    private static Run glimpse(String name) throws Exception {
        var run = new Run(false);
        Benchmarks.named(name).taking().take(run);
        return run;
    }

    private static void assertPositive(Run run, String... figures) {
        for (var figure : figures) {
            assertTrue(run.value(figure) > 0, () -> figure + ": " + run.value(figure));
        }
    }

    @Test
    void an_id_token_passes_the_whole_check_and_the_bare_one() throws Exception {
        var run = glimpse("id-token");

        assertPositive(run, "share of the signature in the whole check");
        assertTrue(run.value("whole check, allocated") > run.value("signature alone, allocated"));
    }

    @Test
    void user_info_is_read_by_both() throws Exception {
        var run = glimpse("userinfo");

        assertPositive(run, "share of the tokens in the whole");
        assertTrue(run.value("size of the document") > 4_000);
    }

    @Tag("long")
    @Test
    void a_process_lists_its_authenticators() throws Exception {
        assertPositive(glimpse("process-start"), "3 plug-ins, SDK", "20 plug-ins, PF4J alone");
    }

    @Tag("long")
    @Test
    void a_browser_login_makes_two_requests() throws Exception {
        var run = glimpse("browser-login");

        assertEquals(2, run.value("requests of a login"));
        assertEquals(2, run.value("fetches of metadata and keys, all logins"));
        assertPositive(run, "login, allocated", "login over by hand, p50", "login over by hand, CPU");
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
        var run = glimpse("backchannel-requests");

        assertEquals(3, run.value("requests of a login"));
        assertEquals(2, run.value("fetches of metadata and keys, all logins"));
        assertPositive(run, "outcome beyond the interval, p50");
    }

    @Tag("long")
    @Test
    void logins_wait_and_refusals_arrive() throws Exception {
        var run = glimpse("pending-logins");

        assertPositive(run, "near, polls", "50 ms away, from refusal to outcome, p50");
    }

    @Tag("long")
    @Test
    void a_node_keeps_each_connect_waiting_until_its_professional_has_answered() throws Exception {
        var run = glimpse("connects");

        assertAllAnswered(run, "at once", 20);
        assertPositive(run, "at once, polls", "at once, poll late, p99", "at once, threads, Java's, most");
    }

    @Tag("long")
    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void a_node_over_postgresql_answers_each_connect() throws Exception {
        var run = glimpse("connects-postgresql");

        assertAllAnswered(run, "within a minute", 20);
        assertPositive(run, "within a minute, statements");
    }

    private static void assertAllAnswered(Run run, String label, int callers) {
        assertEquals(callers, run.value(label + ", asked"));
        assertEquals(0, run.value(label + ", answered before their professional"));
        assertEquals(0, run.value(label + ", without an answer"));
        assertEquals(0, run.value(label + ", connections broken"));
        assertEquals(0, run.value(label + ", poll late, polls too early"));
        assertEquals(callers - callers / 10, run.value(label + ", answers 200"));
        assertEquals(callers / 10, run.value(label + ", answers 401"));
    }

    @Test
    void the_holder_of_a_card_is_known_within_25_exchanges() throws Exception {
        var run = glimpse("card-identity");

        assertPositive(run, "in memory, plug-in over bare loop");
        assertTrue(run.value("in memory, exchanges") <= 25);
    }

    @Tag("long")
    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void a_login_over_each_store_is_measured_with_many_sessions_of_its_professional_and_with_none() throws Exception {
        var run = glimpse("many-sessions");

        for (var store : List.of("memory", "PostgreSQL", "Redis")) {
            assertPositive(run, store + ", with many over with none");
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

        assertEquals(Benchmarks.ALL.stream().map(Benchmarks.Measure::name).toList(), named);
    }

    @Test
    void an_unknown_measure_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Benchmarks.named("speed-of-light"));
    }
}
