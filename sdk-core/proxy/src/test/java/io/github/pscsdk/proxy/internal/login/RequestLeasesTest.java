package io.github.pscsdk.proxy.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two nodes want to ask the same person. */
class RequestLeasesTest {
    private static final Optional<Duration> HAS_IT = Optional.empty();

    private final VirtualClock clock = VirtualClock.standing();
    private final SessionStore store = SessionStore.inMemory(clock);
    private final RequestLeases first = new RequestLeases(store, clock);
    private final RequestLeases second = new RequestLeases(store, clock);

    private static Optional<Duration> wait(RequestLeases node) {
        return node.of("client", "person").take();
    }

    @Test
    void a_person_is_asked_by_one_node_at_a_time() {
        var lease = first.of("client", "person");
        assertEquals(HAS_IT, lease.take());

        assertNotEquals(HAS_IT, wait(second));
        assertEquals(HAS_IT, second.of("another client", "person").take());
        assertEquals(HAS_IT, second.of("client", "somebody else").take());
        lease.extendTo(clock.instant().plusMillis(29_001));
        assertEquals(Optional.of(Duration.ofSeconds(30)), wait(second));
        lease.release();
        assertEquals(HAS_IT, wait(second));
    }

    @Test
    void a_node_that_died_keeps_nobody_from_being_asked_for_longer_than_its_request_waits() {
        var lease = first.of("client", "person");
        lease.take();
        lease.extendTo(clock.instant().plusSeconds(90));

        clock.advance(Duration.ofSeconds(90));

        assertEquals(HAS_IT, wait(second));
    }

    @Test
    void a_request_of_which_nothing_more_is_heard_holds_nobody_for_longer_than_it_may_take_to_be_accepted() {
        first.of("client", "person").take();
        clock.advance(RequestLeases.UNTIL_ACCEPTED.minusSeconds(1));
        assertNotEquals(HAS_IT, wait(second));

        clock.advance(Duration.ofSeconds(1));

        assertEquals(HAS_IT, wait(second));
    }

    @Test
    void the_end_of_a_request_does_not_end_that_of_another_node() {
        var mine = first.of("client", "person");
        mine.take();
        clock.advance(Duration.ofMinutes(2));
        wait(second);

        mine.extendTo(clock.instant().plusSeconds(90));
        mine.release();

        assertEquals(Optional.of(RequestLeases.UNTIL_ACCEPTED), wait(first));
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
}
