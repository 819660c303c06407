package io.github.pscsdk.proxy.internal.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.pscsdk.proxy.internal.store.StoreAccess;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import io.github.pscsdk.sessionstore.testkit.internal.InterceptedStore;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Two nodes want to ask the same person. */
class BackchannelRequestLeasesTest {
    private static final Optional<Duration> HAS_IT = Optional.empty();

    private final VirtualClock clock = VirtualClock.standing();
    private final SessionStore store = SessionStore.inMemory(clock);
    private final Scheduler timers = Scheduler.of(clock, "leases");
    private final BackchannelRequestLeases first = node(timers);
    private final BackchannelRequestLeases second = node(timers);

    /** Its timers do nothing any more. */
    private final BackchannelRequestLeases dead = node(Scheduler.of(VirtualClock.standing(), "a node that has died"));

    private BackchannelRequestLeases node(Scheduler own) {
        return node(store, own);
    }

    private BackchannelRequestLeases node(SessionStore store, Scheduler own) {
        var calls = new StoreCalls(true, own, "a store");
        return new BackchannelRequestLeases(new StoreAccess(store, calls, clock), own);
    }

    private static Optional<Duration> wait(BackchannelRequestLeases node) {
        return node.of("client", "person").take();
    }

    @Test
    void a_person_is_asked_by_one_node_at_a_time() {
        var lease = first.of("client", "person");
        assertEquals(HAS_IT, lease.take());

        assertEquals(Optional.of(BackchannelRequestLeases.LEASE), wait(second));
        assertNotEquals(HAS_IT, second.of("client", "PERSON").take());
        assertEquals(HAS_IT, second.of("another client", "person").take());
        assertEquals(HAS_IT, second.of("client", "somebody else").take());
        lease.release();
        assertEquals(HAS_IT, wait(second));
    }

    @Test
    void whoever_is_refused_learns_when_the_request_is_over_at_the_latest() {
        var lease = first.of("client", "person");
        lease.take();

        lease.accepted(clock.instant().plusMillis(119_001));

        assertEquals(Optional.of(Duration.ofSeconds(120)), wait(second));
        clock.advance(Duration.ofSeconds(118));
        assertEquals(Optional.of(Duration.ofSeconds(2)), wait(second));
        clock.advance(Duration.ofSeconds(118));
        assertEquals(Optional.of(Duration.ofSeconds(1)), wait(second), "it has not ended yet");
    }

    @Test
    void a_node_that_lives_keeps_its_lease_as_long_as_its_request_goes_on() {
        var lease = first.of("client", "person");
        lease.take();

        clock.advance(Duration.ofMinutes(10));
        assertNotEquals(HAS_IT, wait(second));

        lease.ended();
        clock.advance(BackchannelRequestLeases.LEASE);
        assertEquals(0, clock.tasks(), "nothing is renewed any more");
        assertEquals(HAS_IT, wait(second));
        clock.advance(Duration.ofMinutes(10));
        assertNotEquals(HAS_IT, wait(first));
    }

    @Test
    void a_node_that_died_keeps_nobody_from_being_asked_for_longer_than_its_lease() {
        var lease = dead.of("client", "person");
        lease.take();
        lease.accepted(clock.instant().plusSeconds(120));
        clock.advance(BackchannelRequestLeases.LEASE.minusMillis(1));
        assertNotEquals(HAS_IT, wait(second));

        clock.advance(Duration.ofMillis(1));

        assertEquals(HAS_IT, wait(second));
    }

    @Test
    void a_late_release_takes_nothing_from_a_later_request_of_the_same_node() {
        var former = first.of("client", "person");
        former.take();
        var next = former;
        // Until its name begins like that of the first.
        while (next == former || !next.request().startsWith(former.request())) {
            next = first.of("client", "person");
        }
        assertEquals(HAS_IT, next.take());

        former.release();

        assertNotEquals(HAS_IT, wait(second));
    }

    @Test
    void a_lease_is_renewed_three_times_in_its_life() {
        first.of("client", "person").take();
        var key = StoreAccess.key("asked", "client\nperson");
        var version = store.find(key).orElseThrow().version();
        clock.advance(BackchannelRequestLeases.BETWEEN_RENEWALS.minusMillis(1));
        assertEquals(version, store.find(key).orElseThrow().version());

        clock.advance(Duration.ofMillis(1));

        assertNotEquals(version, store.find(key).orElseThrow().version());
        assertEquals(
                clock.instant().plus(BackchannelRequestLeases.LEASE),
                store.find(key).orElseThrow().expiresAt());
    }

    @Test
    void a_node_that_goes_on_with_a_login_goes_on_with_its_lease() {
        var lease = dead.of("client", "Person");
        lease.take();

        var mine = second.goOn("client", "Person", lease.request());

        clock.advance(Duration.ofMinutes(2));
        assertNotEquals(HAS_IT, wait(first));
        mine.ended();
        assertEquals(HAS_IT, wait(first));
    }

    @Test
    void a_node_that_goes_on_with_a_login_leaves_whoever_has_begun_to_ask_since() {
        var lease = dead.of("client", "person");
        lease.take();
        clock.advance(BackchannelRequestLeases.LEASE);
        wait(first);

        second.goOn("client", "person", lease.request()).ended();

        assertNotEquals(HAS_IT, wait(second));
    }

    @Test
    void the_end_of_a_request_does_not_end_that_of_another_node() {
        var mine = dead.of("client", "person");
        mine.take();
        clock.advance(BackchannelRequestLeases.LEASE);
        wait(second);

        mine.accepted(clock.instant().plusSeconds(90));
        mine.release();

        assertEquals(Optional.of(BackchannelRequestLeases.LEASE), wait(first));
    }

    @Test
    void what_a_node_could_not_release_passes_on_to_its_next_request_and_is_not_released_by_the_former_one() {
        var former = first.of("client", "person");
        former.take();

        assertEquals(HAS_IT, wait(first));
        former.release();

        assertNotEquals(HAS_IT, wait(second));
    }

    @Test
    void a_request_that_was_given_up_before_the_store_was_asked_takes_nothing() {
        var late = first.of("client", "person");
        late.release();

        assertNotEquals(HAS_IT, late.take());

        assertEquals(HAS_IT, wait(second));
    }

    /** Fails what a test says. */
    private final class FaultyStore extends InterceptedStore {
        private boolean isAway;
        private boolean losesAnswer;

        FaultyStore() {
            super(store);
        }

        @Override
        protected <T> T call(Call call, String about, Supplier<T> work) {
            if (isAway) {
                throw StoreException.unavailable("away", null);
            }
            var done = work.get();
            if (losesAnswer && call == Call.WRITE) {
                losesAnswer = false;
                throw StoreException.unavailable("the answer is lost", null);
            }
            return done;
        }
    }

    @Test
    void what_a_node_could_not_release_is_renewed_no_more() {
        var faulty = new FaultyStore();
        var lease = node(faulty, timers).of("client", "person");
        assertEquals(HAS_IT, lease.take());

        faulty.isAway = true;
        lease.ended();
        clock.advance(BackchannelRequestLeases.BETWEEN_RENEWALS.plusSeconds(10));
        faulty.isAway = false;
        clock.advance(BackchannelRequestLeases.LEASE);

        assertEquals(HAS_IT, wait(second));
    }

    @Test
    void a_renewal_does_not_overtake_the_release() {
        var waiting = new ArrayDeque<Runnable>();
        var access = new StoreAccess(store, new StoreCalls(waiting::add, timers, "a store"), clock);
        var lease = new BackchannelRequestLeases(access, timers).of("client", "person");
        assertEquals(HAS_IT, lease.take());

        lease.ended();
        clock.advance(BackchannelRequestLeases.BETWEEN_RENEWALS.minusMillis(1));
        waiting.clear();
        clock.advance(Duration.ofMillis(1));
        waiting.forEach(Runnable::run);
        clock.advance(BackchannelRequestLeases.LEASE.minus(BackchannelRequestLeases.BETWEEN_RENEWALS));

        assertEquals(HAS_IT, wait(second));
    }

    @Test
    void a_renewal_of_which_the_answer_is_lost_is_not_the_last_one() {
        var faulty = new FaultyStore();
        assertEquals(HAS_IT, node(faulty, timers).of("client", "person").take());

        faulty.losesAnswer = true;
        clock.advance(BackchannelRequestLeases.LEASE.multipliedBy(3));

        assertNotEquals(HAS_IT, wait(second));
    }
}
