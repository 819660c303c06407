package io.github.pscsdk.proxy.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
}
