package io.github.pscsdk.example.desktop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.example.desktop.lab.ScriptedClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class HealthCheckModelTest {
    private final ScriptedClient client = new ScriptedClient("stub");
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final HealthCheckModel model =
            new HealthCheckModel(client, new ModelThreads(Runnable::run, background::add));

    private static Diagnostic finding(Problem problem, String seconds) {
        return Diagnostic.of(problem, Severity.BLOCKING).with("seconds", seconds);
    }

    private static Examination at(Subject subject, Diagnostic... findings) {
        return Examination.of(subject, Arrays.asList(findings), Duration.ZERO);
    }

    private void look() {
        model.examine();
        background.remove().run();
    }

    @Test
    void each_examination_is_told_as_it_ends() {
        var seen = new ArrayList<Integer>();
        client.finds(at(Subject.NETWORK), at(Subject.RUNTIME));

        model.examine();
        assertTrue(model.isExamining());
        model.onChange(() -> seen.add(model.ended().size()));
        background.remove().run();

        assertEquals(List.of(1, 2, 2), seen);
        assertFalse(model.isExamining());
        // Told as they ended; the diagnosis has them in causal order.
        assertEquals(Subject.NETWORK, model.ended().get(0).subject());
        assertEquals(
                Subject.RUNTIME,
                model.diagnosis().orElseThrow().examinations().get(0).subject());
    }

    @Test
    void a_look_that_goes_on_is_enough() {
        model.examine();
        model.examine();

        assertEquals(1, background.size());
    }

    @Test
    void the_next_look_says_what_was_mended_what_is_new_and_what_stayed() {
        var clock = finding(WorkstationProblem.CLOCK_WRONG, "40");
        var refused = finding(WorkstationProblem.CONNECTION_REFUSED, "0");
        client.finds(at(Subject.RUNTIME, clock), at(Subject.NETWORK, refused));
        look();
        assertEquals(Optional.empty(), model.changes());

        // The same clock, wrong by a second more.
        var later = finding(WorkstationProblem.CLOCK_WRONG, "41");
        var rejected = finding(LoginProblem.PSC_UNAVAILABLE, "0");
        client.finds(at(Subject.RUNTIME, later), at(Subject.NETWORK), at(Subject.PRO_SANTE_CONNECT, rejected));
        look();

        var changes = model.changes().orElseThrow();
        assertEquals(List.of(refused), changes.gone());
        assertEquals(List.of(rejected), changes.appeared());
        assertEquals(List.of(later), changes.kept());
        assertFalse(changes.gone().isEmpty() || changes.appeared().isEmpty());
    }

    @Test
    void the_same_problem_of_another_device_is_another_finding() {
        var problem = finding(WorkstationProblem.NO_WAY_THROUGH, "0");
        client.finds(Examination.ofAuthenticator("one", List.of(problem), Duration.ZERO));
        look();

        client.finds(Examination.ofAuthenticator("other", List.of(problem), Duration.ZERO));
        look();

        assertEquals(1, model.changes().orElseThrow().gone().size());
        assertEquals(1, model.changes().orElseThrow().appeared().size());
    }

    @Test
    void what_was_found_stays_until_more_is_known() {
        client.finds(at(Subject.NETWORK, finding(WorkstationProblem.CONNECTION_REFUSED, "0")));
        look();

        model.examine();

        assertEquals(1, model.findings().size());
        assertTrue(model.isExamining());
        assertEquals(List.of(), model.ended());
    }
}
