package io.github.pscsdk.relyingparty.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginLimitTest {
    private static final String ADDRESS = "192.0.2.7";
    private static final int ALLOWED = 60;
    private static final int MOST_ADDRESSES = 100_000;

    private final VirtualClock clock = VirtualClock.standing();
    private final LoginLimit limit = LoginLimit.usual(clock);

    private void fill(String address) {
        for (var i = 0; i < ALLOWED; i++) {
            assertEquals(Optional.empty(), limit.begin(address));
        }
    }

    @Test
    void an_address_that_began_too_many_waits_until_the_ten_minutes_are_over() {
        limit.begin(ADDRESS);
        clock.advance(Duration.ofMinutes(9));
        for (var i = 1; i < ALLOWED; i++) {
            assertEquals(Optional.empty(), limit.begin(ADDRESS));
        }

        assertEquals(Optional.of(Duration.ofMinutes(1)), limit.begin(ADDRESS));
        clock.advance(Duration.ofMinutes(1));
        assertEquals(Optional.empty(), limit.begin(ADDRESS));
    }

    @Test
    void another_address_does_not_wait() {
        fill(ADDRESS);

        assertEquals(Optional.empty(), limit.begin("192.0.2.8"));
    }

    @Test
    void no_more_than_a_hundred_thousand_addresses_are_remembered() {
        fill(ADDRESS);
        for (var i = 1; i < MOST_ADDRESSES; i++) {
            limit.begin("address " + i);
        }
        assertTrue(limit.begin(ADDRESS).isPresent());

        limit.begin("one more");

        assertEquals(Optional.empty(), limit.begin(ADDRESS));
    }

    @Test
    void whose_last_login_is_the_oldest_is_forgotten_first() {
        for (var i = 1; i < ALLOWED; i++) {
            limit.begin(ADDRESS);
        }
        for (var i = 1; i < MOST_ADDRESSES; i++) {
            limit.begin("address " + i);
        }
        limit.begin(ADDRESS);

        limit.begin("one more");

        assertTrue(limit.begin(ADDRESS).isPresent());
    }

    @Test
    void whoever_hosts_a_hospital_sets_another_limit_and_none_at_all_is_refused() {
        var own = new LoginLimit(clock, 1, Duration.ofSeconds(30));
        own.begin(ADDRESS);

        assertEquals(Optional.of(Duration.ofSeconds(30)), own.begin(ADDRESS));
        assertThrows(IllegalArgumentException.class, () -> new LoginLimit(clock, 0, Duration.ofMinutes(1)));
        assertThrows(IllegalArgumentException.class, () -> new LoginLimit(clock, 1, Duration.ZERO));
    }

    @Test
    void the_window_slides_and_what_is_refused_does_not_prolong_the_wait() {
        var own = new LoginLimit(clock, 2, Duration.ofSeconds(30));
        own.begin(ADDRESS);
        clock.advance(Duration.ofSeconds(20));
        own.begin(ADDRESS);
        clock.advance(Duration.ofMillis(500));

        assertEquals(Optional.of(Duration.ofSeconds(10)), own.begin(ADDRESS), "a second begun counts as one");
        clock.advance(Duration.ofMillis(9_500));
        assertEquals(Optional.empty(), own.begin(ADDRESS));
        assertEquals(Optional.of(Duration.ofSeconds(20)), own.begin(ADDRESS), "the second attempt still counts");
    }

    @Test
    void a_limit_prints_no_key() {
        var own = new LoginLimit(clock, 1, Duration.ofSeconds(30));
        own.begin(ADDRESS);

        assertEquals("LoginLimit[1 in PT30S]", own.toString());
    }

    @Test
    void those_of_long_ago_are_forgotten_and_nobody_else() {
        for (var i = 0; i < 300; i++) {
            limit.begin("address " + i);
        }
        clock.advance(Duration.ofMinutes(10));

        fill(ADDRESS);

        assertTrue(limit.begin(ADDRESS).isPresent());
        assertEquals(Optional.empty(), limit.begin("address 1"));
    }
}
