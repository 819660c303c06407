package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.relyingparty.internal.async.Lazy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A relying party that is closed before anybody has logged in on a device. */
class ClosedBeforeFirstLoginTest {
    @AutoClose
    private final Lab lab = Lab.open();

    private final List<Object> closed = new ArrayList<>();

    @Test
    @Timeout(20)
    void a_first_login_that_comes_too_late_ends_instead_of_waiting_for_nobody() {
        lab.party.close();

        assertThrows(Exception.class, () -> await(lab.ask(Lab.PHARMACIST).outcome()));
    }

    @Test
    void a_part_that_was_never_needed_is_not_made_to_be_closed() {
        var part = new Lazy<String>(() -> {
            throw new AssertionError("made");
        });

        part.close(closed::add);

        assertEquals(List.of(), closed);
    }

    @Test
    void a_part_that_is_needed_after_all_is_closed_before_anybody_has_it() {
        var part = new Lazy<String>(() -> "part");

        part.close(closed::add);

        assertEquals("part", part.get());
        assertEquals(List.of("part"), closed);
        part.get();
        assertEquals(1, closed.size());
    }
}
