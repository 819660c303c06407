package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.FakeTime;
import io.github.pscsdk.sessionstore.SessionStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A back-channel login at its deadline. */
class LoginDeadlineTest {
    private static final Duration DEADLINE = Duration.ofSeconds(120);

    private final FakeTime time = new FakeTime();
    private final CountingStore store = new CountingStore(SessionStore.inMemory(Clock.systemUTC()));

    @AutoClose
    private final HandMadePsc psc = new HandMadePsc();

    @AutoClose
    private final RelyingParty party = party();

    LoginDeadlineTest() throws IOException {}

    private RelyingParty party() {
        var builder = psc.party().sessionStore(store);
        builder.scheduler = Optional.of(time);
        return builder.build();
    }

    private BackchannelLogin begin(long interval) throws Exception {
        psc.answer(
                "/ciba",
                "{\"auth_req_id\":\"request-1\",\"expires_in\":" + DEADLINE.toSeconds() + ",\"interval\":" + interval
                        + "}");
        return await(
                party.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "/userinfo"})
    void where_an_answer_is_owed_it_is_told_within_a_second_and_what_was_granted_is_ended_at_psc(String owed)
            throws Exception {
        var hold = psc.holdNext(owed);
        var login = begin(5);
        time.next();
        Eventually.holds(() -> psc.count(owed) == 1);

        time.next();

        assertTrue(time.elapsed().compareTo(DEADLINE.plusSeconds(1)) <= 0);
        assertTrue(login.outcome().toCompletableFuture().isDone());
        var failure = assertThrows(PscException.class, () -> Lab.outcome(login));
        assertEquals(LoginProblem.PSC_UNAVAILABLE, failure.problem());
        if (owed.equals("/token")) {
            assertEquals(0, psc.count("/logout"));
            hold.complete(null);
        }

        Eventually.holds(() -> psc.count("/logout") == 1);
        assertTrue(store.sessions().isEmpty());
        hold.complete(null);
        assertTrue(store.sessions().isEmpty());
        assertEquals(0, time.planned());
        assertEquals(1, psc.count("/token"), "polling has ended");
    }

    @Test
    void nothing_stays_planned_after_an_outcome_in_time() throws Exception {
        var login = begin(5);
        time.next();

        Lab.outcome(login);

        Eventually.holds(() -> time.planned() == 0);
    }

    @Test
    void an_interval_beyond_the_wait_leads_to_one_poll_at_its_end() throws Exception {
        var login = begin(9_000_000_000_000_000_000L);

        time.next();

        assertEquals(Lab.PHARMACIST, Lab.outcome(login).professional().nationalId());
        assertEquals(DEADLINE.minusSeconds(1), time.elapsed());
        assertEquals(1, psc.count("/token"));
    }
}
