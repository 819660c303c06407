package io.github.pscsdk.example.desktop.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.lab.People;
import io.github.pscsdk.example.desktop.lab.ScriptedSession;
import io.github.pscsdk.example.desktop.outbox.Answer;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each answer of the receiver means for an entry of the outbox. */
class SantefrPostTest {
    private final ScriptedSession session =
            new ScriptedSession(People.pharmacist(), Instant.parse("2026-03-02T10:00:00Z"));

    @ParameterizedTest
    @CsvSource({"422, DECLARATION_REJECTED", "400, NOT_UNDERSTOOD", "413, NOT_UNDERSTOOD", "409, KEY_TAKEN"})
    void what_the_receiver_would_refuse_again_is_settled(int status, DesktopProblem problem) throws Exception {
        session.answers(status, "{\"findings\":[]}");

        var answer = assertInstanceOf(Answer.Rejected.class, send());

        assertEquals(problem, answer.problem());
    }

    @ParameterizedTest
    @CsvSource({"200, not json", "201, {}", "200, '{\"receipt\":{}}'", "302, {}", "404, {}", "500, {}"})
    void an_answer_that_settles_nothing_leaves_it_waiting(int status, String body) {
        session.answers(status, body);

        var failure = assertThrows(PscException.class, this::send);

        assertEquals(DesktopProblem.ANSWER_UNUSABLE, failure.problem());
    }

    @Test
    void a_receipt_is_kept_by_its_number() throws Exception {
        assertEquals("R-1", assertInstanceOf(Answer.Received.class, send()).number());
    }

    private Answer send() throws Exception {
        return new SantefrPost(session).send("key", "{}");
    }
}
