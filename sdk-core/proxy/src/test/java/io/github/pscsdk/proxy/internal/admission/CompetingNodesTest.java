package io.github.pscsdk.proxy.internal.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.admission.Admission.Limit;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.AttemptLimits;
import io.github.pscsdk.proxy.internal.store.StoreAccess;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import io.github.pscsdk.sessionstore.testkit.internal.InterceptedStore;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Another node comes between what a node has read and what it writes. */
class CompetingNodesTest {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Optional<Duration> WELCOME = Optional.empty();

    private final VirtualClock clock = VirtualClock.standing();
    private final SessionStore shared = SessionStore.inMemory(clock);
    private final Interrupted interrupted = new Interrupted(shared);
    private final Scheduler timers = Scheduler.of(clock, "admission");
    private final Admission mine = admission(interrupted);
    private final Admission theirs = admission(shared);

    private Admission admission(SessionStore counts) {
        var calls = new StoreCalls(true, timers, "a store");
        var access = new StoreAccess(counts, calls, clock);
        var leases = new BackchannelRequestLeases(access, timers);
        return new Admission(AttemptLimits.DEFAULT, new AdmittedLogin.Registry(1, clock), access, leases);
    }

    /** Does something just before a certain write. */
    private static final class Interrupted extends InterceptedStore {
        private int writes;
        private int before;
        private Runnable other = () -> {};

        Interrupted(SessionStore store) {
            super(store);
        }

        void before(int write, Runnable work) {
            writes = 0;
            before = write;
            other = work;
        }

        @Override
        protected <T> T call(Call call, String about, Supplier<T> work) {
            if (call == Call.WRITE && ++writes == before) {
                other.run();
            }
            return work.get();
        }
    }

    private static Limit limit(String key, int allowed) {
        return new Limit("caller", key, allowed, WINDOW);
    }

    @Test
    void an_attempt_that_is_refused_late_is_taken_back_and_no_other_one_with_it() {
        theirs.begin(List.of(limit("a", 3)));
        clock.advance(Duration.ofSeconds(60));
        interrupted.before(2, () -> assertEquals(WELCOME, theirs.begin(List.of(limit("b", 1)))));

        assertEquals(Optional.of(WINDOW), mine.begin(List.of(limit("a", 3), limit("b", 1))));

        assertEquals(WELCOME, theirs.begin(List.of(limit("a", 3))), "the second, since the late one does not count");
        assertEquals(WELCOME, theirs.begin(List.of(limit("a", 3))), "the third");
        assertEquals(Optional.of(Duration.ofSeconds(540)), theirs.begin(List.of(limit("a", 3))), "the first counts");
    }

    @Test
    void an_attempt_that_another_node_counts_at_the_same_time_counts_with_it() {
        interrupted.before(1, () -> theirs.begin(List.of(limit("a", 2))));

        assertEquals(WELCOME, mine.begin(List.of(limit("a", 2))));

        assertEquals(Optional.of(WINDOW), mine.begin(List.of(limit("a", 2))));
    }

    @Test
    void the_last_attempt_is_given_to_one_node_alone() {
        theirs.begin(List.of(limit("a", 2)));
        interrupted.before(1, () -> assertEquals(WELCOME, theirs.begin(List.of(limit("a", 2)))));

        assertEquals(Optional.of(WINDOW), mine.begin(List.of(limit("a", 2))));
        clock.advance(WINDOW);
        assertEquals(WELCOME, mine.begin(List.of(limit("a", 2))));
    }

    @Test
    void of_several_limits_the_longest_wait_is_told_in_whole_seconds_and_one_at_least() {
        theirs.begin(List.of(limit("a", 1)));
        clock.advance(Duration.ofMillis(1_500));
        theirs.begin(List.of(limit("b", 1)));
        clock.advance(Duration.ofMillis(1));

        assertEquals(Optional.of(WINDOW), mine.begin(List.of(limit("a", 1), limit("b", 1))));
        assertEquals(Optional.of(WINDOW), mine.begin(List.of(limit("b", 1), limit("a", 1))));
        assertEquals(Optional.of(Duration.ofSeconds(599)), mine.begin(List.of(limit("a", 1))));
        clock.advance(WINDOW.minusMillis(1_502));
        assertEquals(Optional.of(Duration.ofSeconds(1)), mine.begin(List.of(limit("a", 1))));
        clock.advance(Duration.ofMillis(1));
        assertEquals(WELCOME, mine.begin(List.of(limit("a", 1))));
        assertEquals("Limit[caller, 1 in PT10M]", limit("a", 1).toString());
    }

    @Test
    void a_lease_of_before_passes_on_only_where_no_other_node_has_taken_it_meanwhile() {
        // Its timers do nothing any more.
        var still = Scheduler.of(VirtualClock.standing(), "leases");
        var calls = new StoreCalls(true, still, "a store");
        var first = new BackchannelRequestLeases(new StoreAccess(interrupted, calls, clock), still);
        var second = new BackchannelRequestLeases(new StoreAccess(shared, calls, clock), still);
        first.of("client", "person").take();
        // The second write replaces what the first node's former request has left.
        interrupted.before(2, () -> {
            clock.advance(BackchannelRequestLeases.LEASE);
            assertEquals(WELCOME, second.of("client", "person").take());
        });

        assertTrue(first.of("client", "person").take().isPresent());
        interrupted.before(0, () -> {});
        assertEquals(
                Optional.of(BackchannelRequestLeases.LEASE),
                first.of("client", "person").take(),
                "the other node has it");
    }
}
