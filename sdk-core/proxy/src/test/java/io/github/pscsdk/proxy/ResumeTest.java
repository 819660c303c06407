package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a login outlives. */
class ResumeTest {
    private static final String SILENT = "899999100060";

    private final VirtualClock clock = VirtualClock.standing();

    @AutoClose
    private final Bench bench = Bench.at(clock, Duration.ofSeconds(120), builder -> {});

    @Test
    void software_that_starts_again_follows_the_login_that_it_began_before() throws Exception {
        var begun = bench.calls().beginOnDevice(SILENT);
        var killed = bench.calls().callLater("GET", "/v1/logins/" + begun.json("/id") + "?wait=25", "");
        killed.cancel(true);
        clock.advance(Duration.ofSeconds(100));

        bench.approve();
        var state = bench.calls().follow(begun);

        assertEquals("DONE", state.json("/state"));
        assertFalse(state.json("/proxy_session_id").isEmpty());
    }

    @Test
    void a_login_that_nobody_follows_ends_at_its_deadline() throws Exception {
        var begun = bench.calls().beginOnDevice(SILENT);

        clock.advance(Duration.ofSeconds(120));

        Await.until(
                "the end of the login is traced",
                () -> bench.operator().trace("CONNECT_FAILURE").isPresent());
        assertEquals("PSC-002", bench.calls().follow(begun).json("/problem"));
    }

    @Test
    void software_that_starts_again_types_the_code_of_the_login_that_it_began_before() throws Exception {
        var begun = bench.calls().beginInBrowser();
        var window = Window.ofLogin(begun);
        clock.advance(Duration.ofMinutes(9));

        assertEquals("CODE_NEEDED", bench.calls().follow(begun).json("/state"));
        assertEquals("DONE", bench.calls().giveCode(begun, window.code()).json("/state"));
    }

    @Test
    void twenty_seconds_without_psc_do_not_end_a_login() throws Exception {
        var begun = bench.calls().beginOnDevice(SILENT);
        bench.simulator.turn("fault-token", "DROPPED x2");
        bench.until("two polls were dropped", () -> bench.simulator.dials().isEmpty());
        clock.advance(Duration.ofSeconds(20));

        bench.approve();

        assertEquals("DONE", bench.calls().follow(begun).json("/state"));
    }
}
