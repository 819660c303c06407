package io.github.pscsdk.proxy.internal.diagnosis;

import static io.github.pscsdk.proxy.internal.diagnosis.DiagnosisRun.begin;
import static io.github.pscsdk.proxy.internal.diagnosis.DiagnosisRun.diagnose;
import static io.github.pscsdk.proxy.internal.diagnosis.DiagnosisRun.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A PSC that answers late, or not at all. */
class DiagnosisTimeTest {
    @AutoClose
    private final HandMadePsc psc = new HandMadePsc();

    private final VirtualClock clock = psc.clock;

    DiagnosisTimeTest() throws IOException {}

    @Test
    void an_answer_after_a_second_is_late() throws Exception {
        var hold = psc.holdDiscovery();
        var report = begin(psc.proxy());
        clock.advance(Duration.ofSeconds(1));
        assertFalse(report.isDone());

        hold.complete(null);

        assertEquals(
                List.of(finding(
                        ServerProblem.PSC_SLOW, Severity.WARNING, Map.of("answered", "late", "waited", "1.0 s"))),
                Await.outcome("the diagnosis", report));
    }

    @Test
    void the_diagnosis_ends_where_no_answer_comes() {
        var hold = psc.holdDiscovery();
        var report = begin(psc.proxy());

        clock.advance(ClientDiagnosis.LIMIT);

        assertEquals(
                List.of(finding(ServerProblem.PSC_SLOW, Severity.WARNING, Map.of("answered", "no", "waited", "2.5 s"))),
                report.getNow(List.of()));
        hold.complete(null);
    }

    @Test
    void nothing_stays_planned_after_an_answer_in_time() throws Exception {
        var before = clock.tasks();

        assertEquals(List.of(), diagnose(psc.proxy()));

        Await.until("no timer is left", () -> clock.tasks() == before);
    }
}
