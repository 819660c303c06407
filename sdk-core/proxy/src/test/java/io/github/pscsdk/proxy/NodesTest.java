package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes that share a store: any of them answers any call under {@code /v1}. */
class NodesTest {
    private static final String SILENT = "899999100060";

    private final ObservedStore stores = new ObservedStore();
    private final Bench bench = Bench.at(stores.clock, builder -> builder.stores(stores.source()));
    private final ProxyServer other = bench.node();

    @AfterEach
    void stop() {
        other.close();
        bench.close();
    }

    private ProxyCalls here() {
        return bench.calls();
    }

    private ProxyCalls there() {
        return bench.calls(other);
    }

    private long traces(String type) throws Exception {
        var all = 0;
        for (var node : new ProxyServer[] {bench.proxy, other}) {
            all += (int) ProxyCalls.to(node.address()).withToken(Bench.OPERATOR_TOKEN).traces().stream()
                    .filter(trace -> trace.text("/type").equals(type))
                    .count();
        }
        return all;
    }

    @Test
    void a_login_on_a_device_is_begun_at_one_and_followed_at_the_other_to_one_session() throws Exception {
        var begun = here().beginOnDevice(Bench.PHARMACIST);

        var there = there().follow(begun);
        var here = here().follow(begun);

        assertEquals("DONE", there.json("/state"));
        assertEquals(there.text(), here.text());
        var session = there().withCookie(there.json("/proxy_session_id"));
        assertEquals(200, session.get("/send/form/a").status());
        assertEquals(1, traces("CONNECT_SUCCESS"));
        assertEquals(2, bench.simulator.count(Endpoint.API_TOKEN), "one for each backend");
    }

    @Test
    void a_browser_comes_back_to_another_node_and_its_code_counts_on_all() throws Exception {
        var begun = here().beginInBrowser();
        var back = Window.returnOf(begun);
        var page = there().get("/v1/callback?" + back.getRawQuery());
        var code = Window.codeIn(page);
        var wrong = code.equals("000000") ? "111111" : "000000";

        assertEquals("CODE_NEEDED", here().follow(begun).json("/state"));
        assertEquals("2", there().giveCode(begun, wrong).json("/triesLeft"));
        assertEquals("1", here().giveCode(begun, wrong).json("/triesLeft"));
        var done = there().giveCode(begun, code);

        assertEquals("DONE", done.json("/state"));
        assertEquals(done.text(), here().follow(begun).text());
        assertEquals(1, traces("CONNECT_SUCCESS"));
        assertEquals(2, traces("CONNECT_FAILURE"));
        assertEquals(
                400,
                here().get("/v1/callback?" + back.getRawQuery()).status(),
                "a return works once, on whatever node");
    }

    @Test
    void wrong_codes_on_two_nodes_end_a_login() throws Exception {
        var begun = here().beginInBrowser();
        var code = Window.codeIn(
                there().get("/v1/callback?" + Window.returnOf(begun).getRawQuery()));
        var wrong = code.equals("000000") ? "111111" : "000000";

        here().giveCode(begun, wrong);
        there().giveCode(begun, wrong);

        assertEquals("PSC-012", here().giveCode(begun, wrong).json("/problem"));
        assertEquals(404, there().giveCode(begun, code).status());
        Await.until(
                "Pro Santé Connect has no session",
                () -> PscSessions.of(bench.simulator).isEmpty());
    }

    @Test
    void a_node_that_stops_in_good_order_leaves_its_logins_to_the_other() throws Exception {
        var begun = here().beginOnDevice(SILENT);
        Await.until("the professional is asked", () -> bench.simulator.pending().size() == 1);

        bench.proxy.drain();
        bench.proxy.close();
        bench.approve();

        assertEquals("DONE", there().follow(begun).json("/state"));
    }

    @Test
    void a_professional_is_asked_by_one_node_at_a_time() throws Exception {
        var first = here().beginOnDevice(SILENT);
        var second = there().beginOnDevice(SILENT);

        assertEquals(201, first.status());
        assertEquals(409, second.status());
        assertFalse(second.header("Retry-After").isEmpty());
        here().cancel(first);
        Await.until(
                "the other node may ask", () -> there().beginOnDevice(SILENT).status() == 201);
    }

    @Test
    void a_login_is_cancelled_at_another_node_and_polled_for_no_more() throws Exception {
        var begun = here().beginOnDevice(SILENT);
        var following = here().callLater("GET", "/v1/logins/" + begun.json("/id") + "?wait=25", "");

        assertEquals(204, there().cancel(begun).status());

        assertEquals(404, bench.answered(following).status());
        assertEquals(404, there().follow(begun).status());
        bench.assertPolledNoMore();
    }

    @Test
    void another_application_sees_it_on_no_node() throws Exception {
        var begun = here().beginOnDevice(SILENT);
        var stranger = ProxyCalls.to(other.address()).withToken(Bench.OTHER_TOKEN);

        assertEquals(404, stranger.follow(begun).status());
        assertEquals(204, stranger.cancel(begun).status());

        assertEquals("PENDING", there().get("/v1/logins/" + begun.json("/id")).json("/state"));
    }

    @Test
    void attempts_count_on_all_nodes() throws Exception {
        var limited = new ObservedStore();
        try (var strict = Bench.at(
                        limited.clock,
                        builder -> builder.stores(limited.source()).limits(3, 3, Duration.ofMinutes(10)));
                var second = strict.node()) {
            var there = strict.calls(second);
            strict.calls().beginInBrowser();
            there.beginInBrowser();
            strict.calls().beginInBrowser();

            var refused = there.beginInBrowser();

            assertEquals(429, refused.status());
            assertTrue(Integer.parseInt(refused.header("Retry-After")) > 500);
        }
    }

    @Test
    void the_address_of_the_page_is_that_of_all_nodes() throws Exception {
        var page = URI.create(there().beginInBrowser().json("/authorizationUri"));

        assertTrue(page.getQuery().contains("redirect_uri=" + bench.proxy.address() + "/v1/callback"), page::getQuery);
    }

    /** Beyond the whole time of a browser login. */
    @Test
    void a_node_whose_clock_is_fast_and_that_was_just_started_ends_nobodys_login() throws Exception {
        var clock = new AtomicReference<>(Clock.systemUTC());
        try (var right = Bench.start(builder -> builder.stores(stores.source()).clock(clock.get()))) {
            var begun = right.calls().beginInBrowser();
            clock.set(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(11)));
            try (var fast = right.node()) {
                var there = right.calls(fast);
                assertEquals(
                        "PENDING",
                        there.get("/v1/logins/" + begun.json("/id") + "?wait=0").json("/state"));
            }
            assertEquals(
                    "PENDING",
                    right.calls()
                            .get("/v1/logins/" + begun.json("/id") + "?wait=0")
                            .json("/state"));
        }
    }
}
