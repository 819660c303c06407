package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The explicit logout: here, at Pro Santé Connect, and back. */
class LogoutTest {
    private final TestSite site = TestSite.shared();
    private final Visitor visitor = new Visitor();

    /** Those of browsers: a session of another test, which PSC is told of directly, may end meanwhile. */
    private long logouts() {
        return site.simulator().requests().stream()
                .filter(request -> request.endpoint() == Endpoint.LOGOUT)
                .filter(request -> request.method().equals("GET"))
                .count();
    }

    @Test
    void logging_out_ends_both_sessions_and_comes_back() throws Exception {
        var before = logouts();
        var me = site.logIn(visitor);
        var handle = visitor.cookie(TestSite.SESSION).orElseThrow();

        var leave = visitor.post(site.page("/psc/logout"), me.hidden());
        assertEquals(303, leave.status());
        var end = visitor.follow(leave);

        assertEquals(site.page("/logged-out"), end.address());
        assertEquals(before + 1, logouts());
        assertEquals(Optional.empty(), visitor.cookie(TestSite.SESSION));
        visitor.put(site.page("/"), TestSite.SESSION, handle);
        assertEquals(site.page("/session-over"), visitor.get(site.page("/me")).location());
    }

    @Test
    void a_return_that_lost_its_state_is_recognised_by_the_browser() throws Exception {
        site.simulator().turn("logout-echoes-state", "false");
        var me = site.logIn(visitor);

        var end = visitor.follow(visitor.post(site.page("/psc/logout"), me.hidden()));

        assertEquals(site.page("/logged-out"), end.address());
    }

    @Test
    void a_return_of_another_logout_says_nothing() throws Exception {
        var me = site.logIn(visitor);
        visitor.follow(visitor.post(site.page("/psc/logout"), me.hidden()));

        assertEquals(
                site.page("/"),
                visitor.get(site.page("/psc/signed-out?state=another")).location());
        assertEquals(
                site.page("/"), new Visitor().get(site.page("/psc/signed-out")).location());
    }

    @Test
    void a_logout_that_cannot_reach_pro_sante_connect_ends_the_session_here_and_says_so() throws Exception {
        try (var own = TestSite.open()) {
            var me = own.logIn(visitor);
            own.simulator().turn("fault-discovery", "503");

            var page = visitor.post(own.page("/psc/logout"), me.hidden());

            assertEquals(503, page.status());
            assertEquals("only here, PSC-019", page.text());
            assertEquals(303, visitor.get(own.page("/me")).status());
        }
    }

    @Test
    void a_link_cannot_log_anybody_out() throws Exception {
        site.logIn(visitor);

        assertEquals(405, visitor.get(site.page("/psc/logout")).status());
        assertEquals(200, visitor.get(site.page("/me")).status());
    }

    @Test
    void logging_out_of_a_session_that_is_over_says_that_it_is_over() throws Exception {
        var me = site.logIn(visitor);
        site.clock().advance(Duration.ofMinutes(30));

        var answer = visitor.post(site.page("/psc/logout"), me.hidden());

        assertEquals(site.page("/session-over"), answer.location());
        assertFalse(visitor.cookie(TestSite.SESSION).isPresent());
    }
}
