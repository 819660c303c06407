package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A node that closes when PSC has granted a login and the store is away. */
class ClosedWhileGrantedTest {
    @AutoClose
    private final TwoNodes nodes = new TwoNodes();

    ClosedWhileGrantedTest() throws IOException {}

    @Test
    void the_login_ends_as_one_to_begin_again_and_psc_hears_of_it() throws Exception {
        nodes.sessionsOfFirst.cut();
        nodes.psc.grantOnce();
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);
        nodes.time.pass(Duration.ofSeconds(1));
        assertEquals(1, nodes.psc.count("/userinfo"));

        var hold = nodes.psc.holdNext("/logout");
        login.outcome().whenComplete((session, failure) -> hold.completeOnTimeout(null, 1, TimeUnit.SECONDS));

        nodes.first.close();

        assertEquals(LoginProblem.INTERRUPTED, nodes.failureOf(login));
        assertTrue(hold.isDone(), "PSC has answered before the connections are closed");
        assertEquals(1, nodes.psc.count("/logout"));
        assertEquals(LoginProblem.INTERRUPTED, nodes.failureOf(elsewhere));
    }

    @Test
    void where_psc_cannot_be_told_another_node_tells_it() throws Exception {
        nodes.psc.answerNext("/logout", HandMadePsc.status(503));
        nodes.sessionsOfFirst.cut();
        nodes.psc.grantOnce();
        var login = nodes.begun();
        nodes.time.pass(Duration.ofSeconds(1));
        assertEquals(1, nodes.psc.count("/userinfo"));
        nodes.first.close();
        assertEquals(LoginProblem.INTERRUPTED, nodes.failureOf(login));

        nodes.time.pass(Duration.ofSeconds(41));

        assertEquals(2, nodes.psc.count("/logout"));
    }
}
