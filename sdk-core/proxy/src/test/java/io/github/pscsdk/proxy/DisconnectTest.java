package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cases of {@code DELETE /disconnect}. */
class DisconnectTest {
    @AutoClose
    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = Bench.start();
    }

    @Test
    void without_a_session_it_is_a_401_with_the_error_body() throws Exception {
        assertNoSession(bench.calls().disconnect());
    }

    @Test
    void with_a_bogus_session_it_is_a_401_with_the_error_body() throws Exception {
        assertNoSession(bench.calls().withCookie("bogus").disconnect());
        assertNoSession(
                bench.calls().withCookie("0123456789abcdef0123456789abcdef").disconnect());
    }

    @Test
    void a_real_session_is_ended_here_and_at_psc() throws Exception {
        var calls = bench.loggedIn();
        var before = bench.simulator.count(Endpoint.LOGOUT);

        var answer = calls.disconnect();

        assertEquals(200, answer.status());
        assertEquals(before + 1, bench.simulator.count(Endpoint.LOGOUT));
        assertTrue(answer.header("Set-Cookie").startsWith("proxy_session_id=; Path=/; Expires=Thu, 01 Jan 1970"));
        assertEquals(401, calls.get("/send/open/any").status());
    }

    @Test
    void a_session_that_is_already_closed_is_a_401_with_the_error_body() throws Exception {
        var calls = bench.loggedIn();
        calls.disconnect();

        assertNoSession(calls.disconnect());
    }

    @Test
    void it_is_a_200_although_psc_is_gone() throws Exception {
        try (var lonely = Bench.start()) {
            var calls = lonely.loggedIn();
            lonely.simulator.close();

            var answer = calls.disconnect();

            assertEquals(200, answer.status());
            assertEquals("PSC-019", answer.header("Psc-Proxy-Error"));
            assertEquals(401, calls.get("/send/open/any").status());
        }
    }

    @Test
    void a_second_call_tells_psc_what_the_first_one_could_not() throws Exception {
        try (var other = Bench.start()) {
            var calls = other.loggedIn();
            other.simulator.turn("fault-logout", "503");
            var first = calls.disconnect();
            assertEquals(401, calls.get("/send/open/any").status());
            other.simulator.reset("fault-logout");
            var before = other.simulator.count(Endpoint.LOGOUT);

            var second = calls.disconnect();

            assertEquals(200, first.status());
            assertEquals("PSC-019", first.header("Psc-Proxy-Error"));
            assertEquals("", first.header("Set-Cookie"), "the cookie is needed for the second call");
            assertEquals(200, second.status());
            assertEquals("", second.header("Psc-Proxy-Error"));
            assertEquals(before + 1, other.simulator.count(Endpoint.LOGOUT));
            assertNoSession(calls.disconnect());
        }
    }

    private static void assertNoSession(Answer answer) {
        assertEquals(401, answer.status());
        assertEquals("401", answer.json("/code"));
        assertEquals("PSC-006", answer.header("Psc-Proxy-Error"));
    }
}
