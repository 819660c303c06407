package io.github.pscsdk.example.santefr.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpiringMapTest {
    private final VirtualClock clock = VirtualClock.standing();
    private final ExpiringMap<String> memory = new ExpiringMap<>(clock, Duration.ofMinutes(30), 2);

    @Test
    void what_is_kept_is_found_until_its_time_is_over() {
        memory.keep("one", "thing");
        clock.advance(Duration.ofMinutes(29));
        assertEquals(Optional.of("thing"), memory.find("one"));

        clock.advance(Duration.ofMinutes(1));

        assertEquals(Optional.empty(), memory.find("one"));
    }

    @Test
    void the_oldest_makes_room_and_what_is_kept_again_is_young() {
        memory.keep("one", "first");
        memory.keep("two", "thing");
        memory.keep("one", "second");

        memory.keep("three", "thing");

        assertEquals(Optional.of("second"), memory.find("one"));
        assertEquals(Optional.empty(), memory.find("two"));
    }
}
