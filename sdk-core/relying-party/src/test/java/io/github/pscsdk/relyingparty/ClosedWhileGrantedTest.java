package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.FaultyStore.Step;
import io.github.pscsdk.relyingparty.internal.login.BackchannelLogins;
import io.github.pscsdk.relyingparty.internal.login.SignOuts;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A node that closes when PSC has granted a login and the store is away. */
class ClosedWhileGrantedTest {
    /** The close waits no time for the store, and long for PSC. */
    @AutoClose
    private final TwoNodes nodes = new TwoNodes(party -> {
        party.closeWaitsForLogins = Duration.ofMillis(1);
        party.closeWaitsForSignOuts = Duration.ofMinutes(1);
    });

    ClosedWhileGrantedTest() throws IOException {}

    @Test
    void the_login_ends_as_one_to_begin_again_and_psc_hears_of_it() throws Exception {
        nodes.wayOfFirst.fail(Step.PUT, "psc/session/");
        nodes.psc.grantOnce();
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);
        nodes.time.pass(Duration.ofSeconds(1));
        assertEquals(1, nodes.psc.count("/userinfo"));

        var hold = nodes.psc.holdNext("/logout");
        var closing = new Thread(nodes.first::close, "closing");
        closing.start();
        assertThrows(PscException.class, () -> Await.outcome("the end of the login", login.outcome()));
        Await.until("PSC is told of the logout", () -> nodes.psc.count("/logout") == 1);
        Await.until("the close waits for PSC's answer", () -> isIn(SignOuts.class, closing));

        hold.complete(null);

        Await.end("the close", closing);
        assertEquals(LoginProblem.INTERRUPTED, nodes.failureOf(login));
        nodes.time.pass(Duration.ofMinutes(3));
        assertEquals(1, nodes.psc.count("/logout"), "its answer has come before the connections were closed");
        assertEquals(LoginProblem.INTERRUPTED, nodes.failureOf(elsewhere));
    }

    private static boolean isIn(Class<?> closed, Thread closing) {
        return Arrays.stream(closing.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(closed.getName())
                        && frame.getMethodName().equals("close"));
    }

    @Test
    void where_psc_cannot_be_told_another_node_tells_it() throws Exception {
        nodes.psc.answerNext("/logout", HandMadePsc.status(503));
        nodes.wayOfFirst.fail(Step.PUT, "psc/session/");
        nodes.psc.grantOnce();
        var login = nodes.begun();
        nodes.time.pass(Duration.ofSeconds(1));
        assertEquals(1, nodes.psc.count("/userinfo"));
        nodes.first.close();
        assertEquals(LoginProblem.INTERRUPTED, nodes.failureOf(login));

        nodes.time.pass(Duration.ofSeconds(41));

        assertEquals(2, nodes.psc.count("/logout"));
    }

    @Test
    void a_login_that_begins_while_another_is_waited_for_is_left_at_once() throws Exception {
        try (var patient = new TwoNodes(party -> party.closeWaitsForLogins = Duration.ofMinutes(1))) {
            patient.psc.grantOnce();
            var granted = patient.psc.holdNext("/userinfo");
            patient.begun();
            patient.time.pass(Duration.ofSeconds(1));
            assertEquals(1, patient.psc.count("/userinfo"));
            var accepted = patient.psc.holdNext("/ciba");
            var begins = patient.begins().toCompletableFuture();
            Await.until("PSC is asked for another login", () -> patient.psc.count("/ciba") == 2);
            var closing = new Thread(patient.first::close, "closing");
            closing.start();
            Await.until("the close waits for the first login", () -> isIn(BackchannelLogins.class, closing));

            accepted.complete(null);

            var late = Await.result("it has begun", begins).outcome().toCompletableFuture();
            Await.until("it is left", late::isCancelled);
            assertTrue(closing.isAlive());
            granted.complete(null);
            Await.end("the close", closing);
        }
    }
}
