package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A store that fails in the midst of a logout. */
class InterruptedSignOutTest {
    private final TestTime time = new TestTime();
    private final FaultyStore way = new FaultyStore(time, SessionStore.inMemory(time.clock));

    @AutoClose
    private final Lab lab = Lab.in(time, simulator -> simulator, party -> party.sessionStore(way));

    @Test
    void psc_is_told_of_it_all_the_same() throws Exception {
        var session = lab.logIn();
        way.fail(FaultyStore.Step.REMOVE, "psc/session/", 1);

        var failure = assertThrows(PscException.class, () -> await(lab.party.signOut(session.id())));
        assertEquals(LoginProblem.STORE_UNAVAILABLE, failure.problem());

        // It goes on by itself, and may have done so already.
        time.pass(Duration.ofMinutes(1));

        assertEquals(1, lab.simulator.count(Endpoint.LOGOUT));
    }
}
