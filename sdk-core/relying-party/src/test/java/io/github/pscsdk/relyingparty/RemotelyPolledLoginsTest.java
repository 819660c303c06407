package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whoever waits on one node for a login of another waits no longer than they have to. */
class RemotelyPolledLoginsTest {
    @AutoClose
    private final TwoNodes nodes = new TwoNodes();

    RemotelyPolledLoginsTest() throws IOException {}

    @Test
    void where_the_store_stays_away_they_are_told_soon_after_the_deadline() throws Exception {
        var elsewhere = nodes.elsewhere(nodes.begun());
        nodes.wayOfSecond.cut();
        nodes.time.pass(Duration.ofSeconds(124));
        assertFalse(elsewhere.outcome().toCompletableFuture().isDone());

        nodes.time.pass(Duration.ofSeconds(2));

        assertTrue(elsewhere.outcome().toCompletableFuture().isDone());
        assertEquals(LoginProblem.STORE_UNAVAILABLE, nodes.failureOf(elsewhere));
    }

    @Test
    void a_node_that_closes_tells_them_so_and_the_login_goes_on() throws Exception {
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);

        nodes.second.close();

        assertThrows(CancellationException.class, () -> nodes.outcome(elsewhere));
        nodes.psc.grantOnce();
        assertEquals(Lab.PHARMACIST, nodes.outcome(login).professional().nationalId());
    }
}
