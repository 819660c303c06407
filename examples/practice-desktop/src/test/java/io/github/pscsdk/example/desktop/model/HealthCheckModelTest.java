package io.github.pscsdk.example.desktop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.example.desktop.lab.ScriptedClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
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
    void a_look_that_goes_on_is_enough() {
        model.examine();
        model.examine();

        assertEquals(1, background.size());
    }

    @Test
    void what_was_found_stays_until_more_is_known() {
        client.finds(at(Subject.NETWORK, finding(WorkstationProblem.CONNECTION_REFUSED, "0")));
        look();

        model.examine();

        assertEquals(1, model.findings().size());
        assertTrue(model.isExamining());
    }
}
