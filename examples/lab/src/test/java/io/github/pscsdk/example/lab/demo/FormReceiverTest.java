package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.lab.problem.LabProblem;
import io.github.pscsdk.outbox.HandOver;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FormReceiverTest {
    private static final String ACCEPTED = "{\"status\":201,\"findings\":[]}";
    private static final String REJECTED =
            "{\"status\":422,\"findings\":[{\"rule\":\"V-TEL\",\"severity\":\"E\",\"field\":\"\",\"fr\":\"\",\"en\":\"\"}]}";

    private static HandOver handOver(String body) {
        return new HandOver(UUID.randomUUID(), "", "", body);
    }

    @Test
    void each_line_of_the_answer_is_the_result_of_one_declaration() throws Exception {
        var session = new FakeSession(200, ACCEPTED + "\n" + REJECTED + "\n{\"status\":500}\n", true);

        var items = List.of(handOver("{}"), handOver("{}"), handOver("{}"));
        var results = new FormReceiver(session).send(items);

        assertEquals(
                List.of(
                        items.get(0).received(ACCEPTED),
                        items.get(1).rejected(LabProblem.ROW_REJECTED, REJECTED),
                        items.get(2).failed(LabProblem.ANSWER_UNUSABLE)),
                results);
    }

    @Test
    void what_would_be_too_long_for_one_request_goes_out_in_several() throws Exception {
        var session = new FakeSession(200, (ACCEPTED + "\n").repeat(41), true);

        new FormReceiver(session).send(Collections.nCopies(82, handOver("x".repeat(HandOver.MOST_CHARACTERS))));

        assertEquals(2, session.sent.size());
        assertTrue(session.sent.stream().allMatch(request -> request.body().length < 5 << 20));
    }

    @Test
    void an_answer_with_a_line_too_few_settles_none() {
        var session = new FakeSession(200, ACCEPTED, true);

        var failure = assertThrows(
                PscException.class, () -> new FormReceiver(session).send(List.of(handOver("{}"), handOver("{}"))));

        assertEquals(LabProblem.ANSWER_UNUSABLE, failure.problem());
    }
}
