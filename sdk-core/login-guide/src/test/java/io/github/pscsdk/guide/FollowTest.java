package io.github.pscsdk.guide;

import static io.github.pscsdk.diagnostic.Severity.BLOCKING;
import static io.github.pscsdk.diagnostic.Severity.INFO;
import static io.github.pscsdk.diagnostic.Severity.WARNING;
import static io.github.pscsdk.guide.Trouble.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Party;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowTest {
    private static final LoginGuide GUIDE = SantefrGuide.in(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        // the card is ready; blocked; in need of ANS's support
        "card, login_cps, login_cps",
        "card, have_unlock, have_unlock",
        "card, ans_support, ans_support",
        // no reader, no card, a set-up in doubt
        "log_in_again, reader, reader",
        "log_in_again, insert_card, insert_card",
        "log_in_again, diagcps, diagcps",
        "log_in_again, login_cps, login_cps",
        // an e-CPS that is not known, with and without a card that could activate it; no service, no network
        "log_in_again, ecps_not_known, ecps_not_known",
        "ecps_not_known, login_cps, ecps_with_card",
        "ecps_not_known, reader, ecps_without_card",
        "log_in_again, wait_for_service, wait_for_service",
        "log_in_again, workstation, workstation",
        // not settled by it
        "card, reader, card",
        "start, login_cps, start",
        "have_unlock, have_unlock, have_unlock"
    })
    void a_finding_leads_as_far_as_it_settles_questions(String from, String node, String reached) {
        assertEquals(reached, reached(from, finding(WARNING, node)));
    }

    @Test
    void each_question_that_was_not_asked_is_told_with_its_answer_and_the_finding() {
        var blocked = finding(BLOCKING, "have_unlock");

        var settled = follow("card", finding(INFO, "nowhere"), blocked);

        assertEquals(
                List.of("card problem", "card_problem blocked"),
                settled.stream()
                        .map(one -> one.question().id() + " " + one.choice().id())
                        .toList());
        assertEquals(
                List.of(blocked, blocked),
                settled.stream().map(LoginGuide.Settled::finding).toList());
    }

    @Test
    void a_graver_finding_outweighs_another() {
        var ready = finding(INFO, "login_cps");
        var blocked = finding(BLOCKING, "have_unlock");

        assertEquals("have_unlock", reached("card", ready, blocked));
        assertEquals("have_unlock", reached("card", blocked, ready));
    }

    @Test
    void the_person_is_asked_where_equally_grave_findings_disagree() {
        assertEquals(
                List.of(), follow("card_problem", finding(BLOCKING, "have_unlock"), finding(BLOCKING, "ans_support")));
    }

    @Test
    void who_must_act_settles_no_question() {
        var withoutNode = Diagnostic.of(Trouble.of(Party.WORKSTATION), BLOCKING);

        assertEquals("log_in_again", reached("log_in_again", withoutNode));
    }

    @Test
    void a_procedure_is_never_skipped() {
        assertEquals("insert_card", reached("insert_card", finding(INFO, "login_cps")));
        assertFalse(step("insert_card").isQuestion());
    }

    private static String reached(String from, Diagnostic... findings) {
        var settled = follow(from, findings);
        return settled.isEmpty()
                ? from
                : settled.get(settled.size() - 1).choice().next();
    }

    private static List<LoginGuide.Settled> follow(String from, Diagnostic... findings) {
        return GUIDE.follow(step(from), List.of(findings));
    }

    private static LoginGuide.Step step(String id) {
        return GUIDE.step(id).orElseThrow();
    }
}
