package io.github.pscsdk.example.desktop.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.handover.OutboxRequest.Kind;
import io.github.pscsdk.example.desktop.lab.People;
import io.github.pscsdk.example.desktop.lab.ScriptedSession;
import io.github.pscsdk.example.desktop.lab.Sheets;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import io.github.pscsdk.outbox.OutboxItem;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer of the receiver means for a request: settled, or to be sent again. */
class SantefrReceiverTest {
    private static final Receipt RECEIPT = new Receipt("R-1", "h");

    private final ScriptedSession session = new ScriptedSession(People.pharmacist(), Instant.MAX);
    private final SantefrReceiver post = new SantefrReceiver(session);

    private OutboxItem send(Kind kind) throws Exception {
        var upon = Optional.of(RECEIPT).filter(receipt -> kind != Kind.HAND_OVER);
        var request = new OutboxRequest(UUID.randomUUID(), kind, upon, Sheets.complete());
        var body = kind == Kind.CONFIRMATION ? "" : "{}";
        return post.send(List.of(ItemJson.handOver(request, body))).get(0);
    }

    private void refuses(int status, String error) {
        session.refuses(status, "{\"error\":\"%s\",\"fr\":\"fr\",\"en\":\"en\"}".formatted(error));
    }

    @ParameterizedTest
    @CsvSource({
        "CORRECTION,412,stale,CHANGED_ELSEWHERE",
        "CONFIRMATION,412,stale,CHANGED_ELSEWHERE",
        "HAND_OVER,409,conflict,KEY_TAKEN",
        "CONFIRMATION,409,withdrawn,REFUSED_AS_IT_STANDS",
        "CORRECTION,409,other-place,REFUSED_AS_IT_STANDS",
        "CORRECTION,403,not-eligible,REFUSED_AS_IT_STANDS",
        "WITHDRAWAL,404,not-found,REFUSED_AS_IT_STANDS",
        "HAND_OVER,422,none,DECLARATION_REJECTED",
        "HAND_OVER,400,malformed,NOT_UNDERSTOOD",
        "CORRECTION,413,too-large,NOT_UNDERSTOOD"
    })
    void a_refusal_for_good_settles_it(Kind kind, int status, String error, DesktopProblem expected) throws Exception {
        refuses(status, error);

        var result = send(kind);

        assertEquals(Phase.REJECTED, result.phase());
        assertEquals(Optional.of(expected.code()), result.problem());
    }

    @ParameterizedTest
    @CsvSource({
        "CORRECTION,500,internal",
        "WITHDRAWAL,412,stale",
        "WITHDRAWAL,404,''",
        "HAND_OVER,302,moved",
        "HAND_OVER,403,''",
    })
    void an_answer_that_settles_nothing_is_about_the_one_item(Kind kind, int status, String error) throws Exception {
        refuses(status, error);

        var result = send(kind);

        assertEquals(result.handOver().failed(DesktopProblem.ANSWER_UNUSABLE), result);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 502, 503, 504})
    void a_receiver_that_takes_nothing_now_stops_the_delivery(int status) {
        refuses(status, "any");

        var failure = assertThrows(PscException.class, () -> send(Kind.HAND_OVER));

        assertEquals(DesktopProblem.ANSWER_UNUSABLE, failure.problem());
    }

    @Test
    void one_that_was_withdrawn_on_the_page_meanwhile_is_withdrawn() throws Exception {
        refuses(409, "withdrawn");

        var result = send(Kind.WITHDRAWAL);

        assertEquals(result.handOver().received(ItemJson.answer(Optional.of(RECEIPT), List.of())), result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "{}", "{\"receipt\":{}}", "{\"receipt\":{\"number\":\"R-1\"}}"})
    void an_answer_without_a_receipt_settles_no_hand_over(String body) throws Exception {
        session.refuses(200, body);

        assertEquals(Phase.WAITING, send(Kind.HAND_OVER).phase());
    }
}
