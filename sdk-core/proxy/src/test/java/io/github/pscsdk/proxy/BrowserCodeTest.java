package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /v1/logins/{id}/code}: no session without the code of the page. */
class BrowserCodeTest {
    private final VirtualClock clock = VirtualClock.standing();
    private Bench bench;
    private Answer begun;
    private Window window;

    @BeforeEach
    void comeBack() throws Exception {
        bench = Bench.at(clock, Duration.ofSeconds(120), builder -> {});
        begun = bench.calls().beginInBrowser();
        window = Window.ofLogin(begun);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private Answer give(String code) throws Exception {
        return bench.calls().giveCode(begun, code);
    }

    private long traces(String type) throws Exception {
        return bench.operator().traces().stream()
                .filter(trace -> trace.text("/type").equals(type))
                .count();
    }

    private void untilPscHasNoSession() throws Exception {
        Await.until(
                "Pro Santé Connect has no session",
                () -> PscSessions.of(bench.simulator).isEmpty());
    }

    @Test
    void nothing_is_handed_out_or_fetched_before_the_code() throws Exception {
        assertEquals("CODE_NEEDED", bench.calls().follow(begun).json("/state"));

        assertEquals(0, bench.simulator.count(Endpoint.API_TOKEN));
        assertEquals(0, traces("CONNECT_SUCCESS"));
    }

    @Test
    void the_right_code_fetches_the_backends_tokens_and_is_traced_once() throws Exception {
        var done = give(window.code());

        var again = give(window.code());

        assertEquals("DONE", done.json("/state"));
        assertEquals(done.text(), again.text(), "whose answer was lost may ask again");
        assertEquals(2, bench.simulator.count(Endpoint.API_TOKEN));
        assertEquals(1, traces("CONNECT_SUCCESS"));
        assertEquals(0, traces("CONNECT_FAILURE"));
        assertEquals("DONE", bench.calls().follow(begun).json("/state"));
    }

    @Test
    void a_wrong_code_costs_a_try_and_is_traced() throws Exception {
        var wrong = give(window.anotherCode());

        assertEquals(200, wrong.status());
        assertEquals("{\"state\":\"CODE_NEEDED\",\"triesLeft\":2}", wrong.text());
        var trace = bench.operator().trace("CONNECT_FAILURE").orElseThrow();
        assertEquals(Bench.PHARMACIST, trace.text("/IdRPPS"));
        assertEquals("", trace.text("/proxy_id_session"));
        assertEquals("DONE", give(window.code()).json("/state"));
    }

    @Test
    void the_third_wrong_code_ends_the_login_here_and_at_psc() throws Exception {
        give(window.anotherCode());
        give(window.anotherCode());

        var last = give(window.anotherCode());

        assertEquals("FAILED", last.json("/state"));
        assertEquals("PSC-012", last.json("/problem"));
        assertEquals("PSC-012", bench.calls().follow(begun).json("/problem"));
        assertEquals(404, give(window.code()).status(), "the right one comes too late");
        assertEquals(3, traces("CONNECT_FAILURE"));
        untilPscHasNoSession();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345a", "１２３４５６", "+12345"})
    void what_is_no_code_costs_no_try(String typed) throws Exception {
        var refused = give(typed);

        assertEquals(400, refused.status());
        assertEquals(
                "{\"state\":\"CODE_NEEDED\",\"triesLeft\":3}",
                bench.calls().follow(begun).text());
    }

    @Test
    void spaces_do_not_count() throws Exception {
        var digits = window.code().replace(" ", "");

        var done =
                give(" " + digits.substring(0, 2) + "\u00a0" + digits.substring(2, 4) + "\u202f" + digits.substring(4));

        assertEquals("DONE", done.json("/state"));
    }

    @Test
    void another_application_cannot_give_the_code() throws Exception {
        var other = bench.anybody().withToken(Bench.OTHER_TOKEN).giveCode(begun, window.code());

        assertEquals(404, other.status());
        assertEquals("PSC-009", other.json("/problem"));
        assertEquals("CODE_NEEDED", bench.calls().follow(begun).json("/state"));
    }

    @Test
    void a_login_that_waits_for_its_browser_takes_no_code() throws Exception {
        var waiting = bench.calls().beginInBrowser();

        var answer = bench.calls().giveCode(waiting, window.code());

        assertEquals(404, answer.status());
        assertEquals("PSC-009", answer.json("/problem"));
    }

    @Test
    void without_a_code_the_login_ends_at_its_deadline_here_and_at_psc() throws Exception {
        clock.advance(Duration.ofMinutes(10));

        var late = give(window.code());

        assertEquals(404, late.status());
        assertEquals("PSC-002", bench.calls().follow(begun).json("/problem"));
        untilPscHasNoSession();
        assertEquals(0, bench.simulator.count(Endpoint.API_TOKEN));
    }

    @Test
    void a_login_cancelled_before_its_code_leaves_no_session_anywhere() throws Exception {
        bench.calls().cancel(begun);

        assertEquals(404, give(window.code()).status());
        untilPscHasNoSession();
        assertEquals(1, bench.simulator.count(Endpoint.LOGOUT));
        assertEquals(0, traces("CONNECT_SUCCESS"));
    }

    @Test
    void two_who_give_the_right_code_at_once_get_one_session() throws Exception {
        var path = "/v1/logins/" + begun.json("/id") + "/code";
        var body = "{\"code\":\"" + window.code() + "\"}";

        var first = bench.calls().callLater("POST", path, body);
        var second = bench.calls().callLater("POST", path, body);

        assertEquals("DONE", bench.answered(first).json("/state"));
        assertEquals(bench.answered(first).text(), bench.answered(second).text());
        assertEquals(1, traces("CONNECT_SUCCESS"));
    }

    @Test
    void whoever_follows_is_told_at_once_that_the_browser_came_back() throws Exception {
        var waiting = bench.calls().beginInBrowser();
        var following = bench.calls().callLater("GET", "/v1/logins/" + waiting.json("/id") + "?wait=25", "");

        Window.ofLogin(waiting);

        assertEquals("CODE_NEEDED", bench.answered(following).json("/state"));
    }

    @Test
    void codes_differ_from_login_to_login() throws Exception {
        var codes = new HashSet<String>();
        for (var i = 0; i < 5; i++) {
            codes.add(Window.ofLogin(bench.calls().beginInBrowser()).code());
        }

        assertTrue(codes.size() > 3, "five equal codes of a million are no chance");
    }
}
