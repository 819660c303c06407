package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.testkit.support.ThreadPerTaskExecutor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The session at PSC of a professional who is active, or is not. */
class SessionProlongingTest {
    @AutoClose
    private final Lab lab = Lab.prolonging();

    private PscSession session;

    @BeforeEach
    void logIn() throws Exception {
        session = lab.logIn();
    }

    private void beActiveAfter(Duration pause) {
        lab.clock.advance(pause);
        assertTrue(lab.party.session(session.id()).isPresent());
    }

    private void assertRefreshes(int count) {
        lab.time.settle();
        assertEquals(count, lab.refreshes());
        // The next refresh has the token that this one brought.
        assertTrue(lab.party
                .refreshBefore(session.id())
                .filter(until -> until.isAfter(lab.clock.instant().plus(Duration.ofMinutes(29))))
                .isPresent());
    }

    @Test
    void an_active_professional_s_session_lives_at_psc_as_long_as_a_session_may() throws Exception {
        for (var refreshes = 1; refreshes <= 21; refreshes++) {
            beActiveAfter(Duration.ofMinutes(10));
            assertRefreshes(refreshes);
        }
        // The last refresh token lives as long as the session.
        beActiveAfter(Duration.ofMinutes(20));
        beActiveAfter(Duration.ofMinutes(9));
        assertEquals(21, lab.refreshes());
        Stages.await(lab.party.refresh(session.id()));

        lab.clock.advance(Duration.ofMinutes(1));
        assertEquals(Optional.empty(), lab.party.session(session.id()));
    }

    @Test
    void nobody_is_prolonged_who_does_nothing() {
        lab.clock.advance(Duration.ofMinutes(29));
        lab.party.refreshBefore(session.id());

        lab.clock.advance(Duration.ofMinutes(2));

        assertEquals(Optional.empty(), lab.party.session(session.id()));
        assertEquals(0, lab.refreshes());
    }

    @Test
    void much_activity_asks_psc_once_and_not_before_a_third_of_the_refresh_token_s_life() {
        beActiveAfter(Duration.ofMinutes(9));
        lab.time.settle();
        assertEquals(0, lab.refreshes());
        lab.clock.advance(Duration.ofMinutes(1));

        IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> lab.party.session(session.id()), ThreadPerTaskExecutor.INSTANCE))
                .toList()
                .forEach(CompletableFuture::join);
        assertRefreshes(1);
        beActiveAfter(Duration.ofMinutes(9));

        assertEquals(1, lab.refreshes());
    }

    @Test
    void while_psc_is_away_the_activity_succeeds_and_asks_once_a_minute() {
        lab.simulator.turn("fault-token", "503");
        beActiveAfter(Duration.ofMinutes(10));
        lab.time.settle();
        assertEquals(1, lab.refreshes());
        beActiveAfter(Duration.ofSeconds(59));
        lab.time.settle();
        assertEquals(1, lab.refreshes());

        lab.simulator.reset("fault-token");
        beActiveAfter(Duration.ofSeconds(1));

        assertRefreshes(2);
    }

    @Test
    void a_session_that_psc_has_ended_is_over_for_the_next_activity() {
        lab.simulator.endSessions();
        beActiveAfter(Duration.ofMinutes(10));

        lab.time.settle();
        assertEquals(Optional.empty(), lab.party.session(session.id()));
    }

    @Test
    void a_host_may_do_it_by_itself() throws Exception {
        try (var without = Lab.with(simulator -> simulator, RelyingPartyBuilder::withoutProlonging)) {
            var id = without.logIn().id();
            without.clock.advance(Duration.ofMinutes(20));

            assertTrue(without.party.session(id).isPresent());

            assertEquals(1, without.store.sessions().size());
            assertEquals(0, without.refreshes());
        }
    }
}
