package io.github.pscsdk.example.desktop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.example.desktop.lab.ScriptedClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class GuideModelTest {
    private static final Diagnostic NETWORK = Diagnostic.of(WorkstationProblem.CONNECTION_REFUSED, Severity.BLOCKING);

    private final ScriptedClient client = new ScriptedClient("stub");
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final HealthCheckModel healthCheck =
            new HealthCheckModel(client, Optional::empty, new ModelThreads(Runnable::run, background::add));
    private final GuideModel model = new GuideModel(client.guide(Locale.FRENCH), healthCheck);

    private LoginGuide.Step step() {
        return model.walk().step();
    }

    private void choose(String choice) {
        model.choose(step().choice(choice).orElseThrow());
    }

    private void doctorFinds(Diagnostic... findings) {
        client.finds(Examination.of(Subject.NETWORK, List.of(findings), Duration.ZERO));
        healthCheck.examine();
        background.remove().run();
    }

    @Test
    void choices_lead_on_back_leads_back_and_it_can_be_begun_again() {
        assertEquals("start", step().id());
        assertFalse(model.walk().hasBack());

        choose("yes");
        choose("problem");
        assertEquals("card_problem", step().id());

        model.back();
        assertEquals("card", step().id());
        assertTrue(model.walk().hasBack());

        choose("no_card");
        model.restart();
        assertEquals("start", step().id());
        assertFalse(model.walk().hasBack());
        model.back();
        assertEquals("start", step().id());
    }

    @Test
    void every_choice_of_every_step_leads_where_it_says() {
        for (var step : client.guide(Locale.FRENCH).steps()) {
            for (var choice : step.choices()) {
                model.choose(choice);
                assertEquals(choice.next(), step().id());
            }
        }
    }

    @Test
    void after_a_refused_login_the_check_answers_what_it_can_once_it_has_looked() {
        client.finds(Examination.of(Subject.NETWORK, List.of(NETWORK), Duration.ZERO));

        model.after(LoginProblem.REFUSED);
        assertEquals("log_in_again", step().id());
        assertTrue(healthCheck.isExamining());
        background.remove().run();

        var walk = model.walk();
        assertEquals("workstation", walk.step().id());
        assertEquals(1, walk.settled().size());
        assertEquals("log_in_again", walk.settled().get(0).question().id());
        assertEquals(NETWORK, walk.settled().get(0).finding());
        assertFalse(healthCheck.isExamining());
    }

    @Test
    void who_knows_better_is_asked_and_that_question_alone_is_theirs() {
        doctorFinds(NETWORK);
        choose("elsewhere");
        assertEquals("workstation", step().id());

        model.ask(model.walk().settled().get(0).question());
        assertEquals("log_in_again", step().id());
        assertEquals(List.of(), model.walk().settled());

        choose("workstation");
        choose("ok");
        assertEquals("workstation", step().id());
        assertEquals(1, model.walk().settled().size());
    }

    @Test
    void what_the_check_finds_mended_answers_nothing_any_more() {
        doctorFinds(NETWORK);
        choose("elsewhere");
        assertEquals("workstation", step().id());

        doctorFinds();

        assertEquals("log_in_again", step().id());
    }

    @Test
    void it_goes_on_from_a_finding_without_another_look() {
        model.mend(NETWORK.problem());

        assertEquals("workstation", step().id());
        assertFalse(model.walk().hasBack());
        assertTrue(background.isEmpty());
    }
}
