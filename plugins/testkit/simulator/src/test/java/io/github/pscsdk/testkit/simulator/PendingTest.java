package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.testkit.simulator.model.PendingRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A back-channel request that is already pending is answered from outside. */
class PendingTest extends WithSimulator {
    private static final String SILENT = "899999100060";

    private String start(String nationalId) throws Exception {
        return caller.start(nationalId).assertOk().text("auth_req_id");
    }

    private boolean settle(PendingRequest.Outcome outcome) {
        return simulator.settle(simulator.pending().get(0).id(), outcome);
    }

    @Test
    void says_who_asks_whom_until_when_and_shows_no_secret() throws Exception {
        var id = start(SILENT);

        var pending = simulator.pending().get(0);

        assertEquals(Caller.ID, pending.clientId());
        assertEquals(SILENT, pending.nationalId().value());
        assertEquals(Means.MOBILE, pending.channel());
        assertEquals(clock.instant().plusSeconds(120), pending.expiresAt());
        assertFalse(pending.id().equals(id));
        assertFalse(pending.toString().contains(SILENT), pending::toString);
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, access_denied", "EXPIRED, expired_token"})
    void whoever_would_confirm_or_never_answer_may_be_made_to_fail(PendingRequest.Outcome outcome, String error)
            throws Exception {
        for (var nationalId : new String[] {"899999100011", SILENT}) {
            var id = start(nationalId);
            assertTrue(settle(outcome));
            clock.advance(Duration.ofSeconds(5));

            caller.poll(id).assertRefused(400, error);
            clock.advance(Duration.ofSeconds(5));
            caller.poll(id).assertRefused(400, error);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SILENT, "899999100045", "899999100052"})
    void anybody_may_be_made_to_confirm_after_having_kept_the_client_waiting(String nationalId) throws Exception {
        var id = start(nationalId);
        caller.poll(id).assertRefused(400, "authorization_pending");
        assertTrue(settle(PendingRequest.Outcome.APPROVED));
        clock.advance(Duration.ofSeconds(5));

        var tokens = caller.poll(id).assertOk();

        assertEquals(nationalId, tokens.claims("id_token").get("SubjectNameID").asText());
        caller.poll(id).assertRefused(400, "invalid_grant");
    }

    @Test
    void a_first_poll_need_not_wait_for_the_interval_and_a_second_one_must() throws Exception {
        var first = start(SILENT);
        settle(PendingRequest.Outcome.APPROVED);
        caller.poll(first).assertOk();

        var second = start(SILENT);
        caller.poll(second).assertRefused(400, "authorization_pending");
        settle(PendingRequest.Outcome.APPROVED);

        caller.poll(second).assertRefused(400, "slow_down");
    }

    @Test
    void the_first_answer_stands() throws Exception {
        var id = start("899999100011");
        var pending = simulator.pending().get(0).id();
        assertTrue(simulator.settle(pending, PendingRequest.Outcome.REFUSED));

        assertFalse(simulator.settle(pending, PendingRequest.Outcome.APPROVED));

        assertEquals(List.of(), simulator.pending());
        caller.poll(id).assertRefused(400, "access_denied");
    }

    @Test
    void a_request_of_the_past_cannot_be_answered() throws Exception {
        start(SILENT);
        var pending = simulator.pending().get(0).id();
        clock.advance(Duration.ofSeconds(120));

        assertFalse(simulator.settle(pending, PendingRequest.Outcome.APPROVED));
        assertFalse(simulator.settle("nobody", PendingRequest.Outcome.APPROVED));
    }

    @Test
    void a_person_is_no_longer_asked() throws Exception {
        try (var interactive = PscSimulator.builder()
                .client(Caller.registration())
                .clock(clock)
                .interactive()
                .start()) {
            var other = new Caller(interactive);
            var id = other.start("899999100011").assertOk().text("auth_req_id");
            var phone = interactive.pages().resolve("/phone");
            assertTrue(other.get(phone).response().body().contains(Caller.ID));

            interactive.settle(interactive.pending().get(0).id(), PendingRequest.Outcome.APPROVED);

            assertFalse(other.get(phone).response().body().contains(Caller.ID));
            other.poll(id).assertOk();
        }
    }
}
