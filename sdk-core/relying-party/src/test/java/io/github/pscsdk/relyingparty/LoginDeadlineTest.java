package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.time.VirtualClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A back-channel login at its deadline. */
class LoginDeadlineTest {
    private static final Duration DEADLINE = Duration.ofSeconds(120);

    @AutoClose
    private final HandMadeLab lab = new HandMadeLab();

    private final HandMadePsc psc = lab.psc;
    private final VirtualClock clock = lab.clock;
    private final Instant begin = clock.instant();

    LoginDeadlineTest() throws IOException {}

    private Duration elapsed() {
        return Duration.between(begin, clock.instant());
    }

    private BackchannelLogin begin(long interval) throws Exception {
        psc.answer(
                "/ciba",
                "{\"auth_req_id\":\"request-1\",\"expires_in\":" + DEADLINE.toSeconds() + ",\"interval\":" + interval
                        + "}");
        return await(
                lab.party.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "/userinfo"})
    void where_an_answer_is_owed_it_is_told_within_a_second_and_what_was_granted_is_ended_at_psc(String owed)
            throws Exception {
        var planned = clock.tasks();
        var hold = psc.holdNext(owed);
        var login = begin(5);
        lab.time.pass(Duration.ofSeconds(5));
        assertEquals(1, psc.count(owed));

        while (!login.outcome().toCompletableFuture().isDone()) {
            lab.time.next();
        }

        assertTrue(elapsed().compareTo(DEADLINE.plusSeconds(1)) <= 0);
        assertTrue(login.outcome().toCompletableFuture().isDone());
        var failure = assertThrows(PscException.class, () -> lab.outcome(login));
        assertEquals(LoginProblem.PSC_UNAVAILABLE, failure.problem());
        if (owed.equals("/token")) {
            assertEquals(0, psc.count("/logout"));
            hold.complete(null);
        }

        lab.time.settle();
        assertEquals(1, psc.count("/logout"));
        assertTrue(lab.store.sessions().isEmpty());
        hold.complete(null);
        lab.time.settle();
        assertTrue(lab.store.sessions().isEmpty());
        assertEquals(planned, clock.tasks());
        assertEquals(1, psc.count("/token"), "polling has ended");
    }

    @Test
    void nothing_stays_planned_after_an_outcome_in_time() throws Exception {
        var planned = clock.tasks();
        lab.outcome(begin(5));

        lab.time.settle();
        assertEquals(planned, clock.tasks());
    }

    @Test
    void an_interval_beyond_the_wait_leads_to_one_poll_at_its_end() throws Exception {
        var login = begin(9_000_000_000_000_000_000L);

        assertEquals(Lab.PHARMACIST, lab.outcome(login).professional().nationalId());
        assertEquals(DEADLINE.minusSeconds(1), elapsed());
        assertEquals(1, psc.count("/token"));
    }
}
