package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While the store is away, callers are told so in time, and a load balancer too. */
class StoreOutageTest {
    private static final String NOT_READY =
            "{\"ready\":false,\"findings\":[{\"problem\":\"PSC-049\",\"severity\":\"BLOCKING\"}]}";

    private final ObservedStore stores = new ObservedStore();

    @AutoClose
    private Bench bench;

    private void start() {
        bench = Bench.at(stores.clock, builder -> builder.stores(stores.source()));
    }

    private String readiness() throws Exception {
        return bench.anybody().get("/ready").text();
    }

    private void awaitReady() {
        bench.whileTimePasses(
                "the node is ready", () -> bench.anybody().get("/ready").status() == 200);
    }

    @Test
    void a_store_that_fails_is_a_503_until_it_is_back() throws Exception {
        start();
        var session = bench.loggedIn();
        var leaving = bench.loggedIn();
        awaitReady();

        stores.goAway();
        assertAway(session);
        assertNotDisconnected(leaving);
        bench.whileTimePasses("the node is not ready", () -> readiness().equals(NOT_READY));
        assertTrue(bench.calls().get("/v1/diagnosis").text().contains("\"PSC-049\""));

        stores.comeBack();
        assertEquals(200, session.get("/send/form/a").status());
        awaitReady();
        bench.whileTimePasses(
                "who wanted to leave has left",
                () -> leaving.get("/send/form/a").status() == 401);
        assertEquals(200, session.get("/send/form/a").status());
    }

    @Test
    void a_store_that_does_not_answer_holds_nobody_up() throws Exception {
        start();
        var session = bench.loggedIn();

        stores.hang();
        for (var path : new String[] {"/send/form/a", "/v1/session"}) {
            var call = session.callLater("GET", path, "");
            assertEquals(503, bench.whileTimePasses(List.of(call)).get(0).status(), path);
        }
        assertEquals(200, bench.anybody().get("/health").status());

        stores.comeBack();
        assertEquals(200, session.get("/send/form/a").status());
    }

    @Test
    void a_node_whose_store_is_away_starts_and_is_ready_once_it_is_there() throws Exception {
        stores.goAway();
        start();
        assertTrue(readiness().contains("\"PSC-049\""));

        stores.comeBack();
        awaitReady();
        assertEquals(200, bench.loggedIn().get("/send/form/a").status());
    }

    @Test
    void a_login_that_could_not_be_kept_is_traced_and_polled_for_no_more() throws Exception {
        start();
        stores.loseAnswerTo("psc-proxy/login/");

        assertEquals(503, bench.calls().beginOnDevice("899999100060").status());

        assertTrue(bench.operator().trace("CONNECT_FAILURE").isPresent());
        bench.assertPolledNoMore();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_browser_that_came_back_just_when_the_store_failed_is_shown_a_code_that_counts(boolean isMade)
            throws Exception {
        start();
        var begun = bench.calls().beginInBrowser();
        var back = Window.returnOf(begun);
        stores.failChangeOf("psc-proxy/login/", isMade);

        var page = bench.anybody().get("/v1/callback?" + back.getRawQuery());

        assertTrue(stores.hasFailedChangeOf("psc-proxy/login/"));
        assertEquals("DONE", bench.calls().giveCode(begun, Window.codeIn(page)).json("/state"));
    }

    @Test
    void a_browser_that_came_back_while_the_store_is_away_is_told_that_it_is() throws Exception {
        start();
        var back = Window.returnOf(bench.calls().beginInBrowser());
        stores.goAway();

        var page = bench.anybody().get("/v1/callback?" + back.getRawQuery());

        assertEquals(503, page.status());
        assertEquals("PSC-049", page.header("Psc-Proxy-Error"));
    }

    private static void assertAway(ProxyCalls session) throws Exception {
        var answer = session.get("/send/form/a");
        assertEquals(503, answer.status());
        assertEquals("PSC-049", answer.header("Psc-Proxy-Error"));
        for (var path : new String[] {"/v1/session", "/v1/session/end?wait=1"}) {
            var ours = session.get(path);
            assertEquals(503, ours.status(), path);
            assertEquals("PSC-049", ours.json("/problem"), path);
        }
    }

    private static void assertNotDisconnected(ProxyCalls session) throws Exception {
        var ended = session.disconnect();
        assertEquals(503, ended.status());
        assertEquals("PSC-049", ended.header("Psc-Proxy-Error"));
    }
}
