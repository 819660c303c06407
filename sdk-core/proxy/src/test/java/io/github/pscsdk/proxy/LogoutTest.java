package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.support.Await;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Cases of {@code POST /v1/logout/{client}}. */
class LogoutTest {
    @AutoClose
    private final Bench bench = Bench.start();

    private Answer report(String client, String form) throws Exception {
        return bench.anybody()
                .with("Content-Type", "application/x-www-form-urlencoded")
                .call("POST", "/v1/logout/" + client, form);
    }

    /** Waits until the simulator's one notice, which it sends by itself, has had its effect. */
    private static void awaitEnd(ProxyCalls calls) {
        Await.until("the session has ended", () -> calls.get("/send/open/any").status() == 401);
    }

    @Test
    void a_session_that_ended_at_psc_is_over_here_too() throws Exception {
        var calls = bench.loggedIn();
        assertEquals(200, calls.get("/send/open/any").status());

        bench.simulator.endSessions();

        awaitEnd(calls);
        assertEquals("PSC-015", calls.get("/send/open/any").header("Psc-Proxy-Error"));
    }

    @Test
    void a_token_that_psc_did_not_sign_ends_nothing() throws Exception {
        var calls = bench.loggedIn();

        var answer = report(Bench.CLIENT, "logout_token=e30.e30.c2ln");

        assertEquals(400, answer.status());
        assertEquals("PSC-026", answer.header("Psc-Proxy-Error"));
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals(200, calls.get("/send/open/any").status());
    }

    @Test
    void a_post_without_a_token_is_a_400() throws Exception {
        assertEquals(400, report(Bench.CLIENT, "").status());
        assertEquals(400, report(Bench.CLIENT, "logout_token").status());
        assertEquals(400, report(Bench.CLIENT, "logout_token=%zz").status());
    }

    @Test
    void a_client_that_is_not_registered_is_a_404() throws Exception {
        assertEquals(404, report("nobody", "logout_token=e30.e30.c2ln").status());
    }
}
