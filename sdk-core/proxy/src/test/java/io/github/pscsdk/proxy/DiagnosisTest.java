package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.json.JsonView;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code GET /v1/diagnosis}. */
class DiagnosisTest {
    private static final String OF_FIRST = "/v1/diagnosis?clientId=" + Bench.CLIENT;

    // However busy the machine is, no answer of Pro Santé Connect is slow.
    private final VirtualClock clock = VirtualClock.standing();

    private Bench bench(Consumer<ProxyServerBuilder> more) {
        return Bench.at(clock, more);
    }

    private Bench bench() {
        return bench(proxy -> {});
    }

    private static Answer diagnosis(Bench bench, String path) throws Exception {
        return bench.calls().get(path);
    }

    /** But for the clock, which a test may have moved away from that of PSC's answers. */
    private static List<String> codes(Answer answer) {
        return JsonView.of(answer.body()).at("/findings").elements().stream()
                .map(finding -> finding.text("/code"))
                .filter(code -> !code.equals("SRV-013"))
                .toList();
    }

    @Test
    void a_proxy_in_order_has_no_findings_and_rings_nobody() throws Exception {
        try (var bench = bench()) {
            var answer = diagnosis(bench, "/v1/diagnosis");

            assertEquals(200, answer.status());
            assertEquals(List.of(), codes(answer));
            assertTrue(answer.text().startsWith("{\"findings\":["), answer.text());
            assertEquals("no-store", answer.header("Cache-Control"));
            assertEquals(List.of(), bench.simulator.pending());
        }
    }

    @Test
    void a_finding_has_code_severity_and_facts() throws Exception {
        try (var bench = bench()) {
            bench.simulator.turn("fault-discovery", "503");

            var answer = diagnosis(bench, OF_FIRST).text();

            assertTrue(
                    answer.contains(
                            "{\"code\":\"PSC-020\",\"severity\":\"BLOCKING\"," + "\"facts\":{\"status\":\"503\"}}"),
                    answer);
        }
    }

    @Test
    void of_several_clients_each_finding_says_whose_it_is() throws Exception {
        try (var bench =
                bench(proxy -> proxy.client("unknown-at-psc", ClientAuthentication.clientSecretBasic("wrong")))) {
            var all = diagnosis(bench, "/v1/diagnosis");

            assertEquals(List.of("PSC-040"), codes(all));
            assertTrue(
                    all.text().contains("\"facts\":{\"client\":\"unknown-at-psc\",\"method\":\"client_secret_basic\"}"),
                    all::text);
            assertEquals(List.of(), codes(diagnosis(bench, OF_FIRST)));
        }
    }

    @Test
    void psc_is_not_asked_about_the_client_where_that_is_left_out() throws Exception {
        try (var bench = bench(proxy ->
                proxy.withoutClientProbe().client("unknown-at-psc", ClientAuthentication.clientSecretBasic("wrong")))) {
            assertEquals(List.of(), codes(diagnosis(bench, "/v1/diagnosis")));
            assertEquals(0, bench.simulator.count(Endpoint.TOKEN));
        }
    }

    @Test
    void a_client_that_the_proxy_does_not_know_is_a_404() throws Exception {
        try (var bench = bench()) {
            var answer = bench.calls().get("/v1/diagnosis?clientId=nobody");

            assertEquals(404, answer.status());
            assertEquals("PSC-045", answer.json("/problem"));
        }
    }

    @Test
    void however_many_ask_psc_is_asked_once_a_minute() throws Exception {
        try (var bench = bench()) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(caller -> bench.calls().callLater("GET", OF_FIRST, ""))
                    .toList();
            for (var answer : answers) {
                assertEquals(200, bench.answered(answer).status());
            }
            assertEquals(1, bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION));

            clock.advance(Duration.ofSeconds(40));
            bench.calls().get(OF_FIRST);
            assertEquals(1, bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION));

            clock.advance(Duration.ofSeconds(20));
            bench.calls().get(OF_FIRST);
            assertEquals(2, bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION));
        }
    }

    @Test
    void a_psc_that_hangs_does_not_hang_the_answer() throws Exception {
        try (var bench = bench()) {
            bench.simulator.turn("fault-discovery", "PT5M");

            var answering = bench.calls().callLater("GET", OF_FIRST, "");

            var answer = bench.whileTimePasses(List.of(answering)).get(0);
            assertEquals("SRV-006", answer.json("/findings/0/code"));
            assertTrue(answer.text().contains("\"answered\":\"no\""), answer.text());
        }
    }
}
