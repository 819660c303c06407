package io.github.pscsdk.proxy.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.login.SharedCounts.Limit;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.testkit.simulator.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What two nodes count together. */
class SharedCountsTest {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Optional<Duration> WELCOME = Optional.empty();

    private final VirtualClock clock = VirtualClock.standing();
    private final SessionStore store = SessionStore.inMemory(clock);
    private final SharedCounts first = new SharedCounts(store, clock);
    private final SharedCounts second = new SharedCounts(store, clock);

    private static Limit limit(String key) {
        return new Limit("caller", key, 2, WINDOW);
    }

    @Test
    void attempts_on_all_nodes_count_until_the_oldest_is_past() {
        assertEquals(WELCOME, first.begin(List.of(limit("a"))));
        clock.advance(Duration.ofSeconds(60));
        assertEquals(WELCOME, second.begin(List.of(limit("a"))));

        assertEquals(Optional.of(Duration.ofSeconds(540)), first.begin(List.of(limit("a"))));
        assertEquals(WELCOME, first.begin(List.of(limit("b"))));
        clock.advance(Duration.ofSeconds(540));
        assertEquals(WELCOME, second.begin(List.of(limit("a"))));
    }

    @Test
    void what_one_limit_refuses_counts_under_none() {
        first.begin(List.of(limit("a")));
        first.begin(List.of(limit("a")));

        assertTrue(second.begin(List.of(limit("a"), limit("b"))).isPresent());
        assertEquals(WELCOME, second.begin(List.of(limit("b"))));
        assertEquals(WELCOME, second.begin(List.of(limit("b"))));
    }

    @Test
    void a_person_is_asked_by_one_node_at_a_time() {
        var asked = first.ask("client", "person").orElseThrow();

        assertTrue(second.ask("client", "person").isEmpty());
        assertTrue(second.ask("another client", "person").isPresent());
        assertTrue(second.ask("client", "somebody else").isPresent());
        asked.until(clock.instant().plusSeconds(30));
        assertEquals(Duration.ofSeconds(30), second.untilAskedAgain("client", "person"));
        asked.end();
        assertTrue(second.ask("client", "person").isPresent());
    }

    @Test
    void a_node_that_died_keeps_nobody_from_being_asked_for_longer_than_its_request_waits() {
        first.ask("client", "person").orElseThrow().until(clock.instant().plusSeconds(30));

        clock.advance(Duration.ofSeconds(30));

        assertTrue(second.ask("client", "person").isPresent());
    }

    @Test
    void a_request_of_which_nothing_more_is_heard_holds_nobody_for_longer_than_it_may_take_to_be_accepted() {
        first.ask("client", "person");
        clock.advance(SharedCounts.UNTIL_ACCEPTED.minusSeconds(1));
        assertTrue(second.ask("client", "person").isEmpty());

        clock.advance(Duration.ofSeconds(1));

        assertTrue(second.ask("client", "person").isPresent());
    }

    @Test
    void the_end_of_a_request_does_not_end_that_of_another_node() {
        var mine = first.ask("client", "person").orElseThrow();
        clock.advance(Duration.ofMinutes(12));
        assertTrue(second.ask("client", "person").isPresent());

        mine.end();

        assertFalse(first.ask("client", "person").isPresent());
    }
}
