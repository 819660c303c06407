package io.github.pscsdk.plugin.cps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.Availability;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.testkit.card.VirtualReaders;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether the plug-in offers a login at the moment. */
class AvailabilityTest {
    private static Availability at(VirtualReaders readers) {
        try (readers) {
            return new CpsAuthenticator().availability();
        }
    }

    @Test
    void a_reader_will_do_since_a_card_may_be_put_in_during_the_login() {
        assertEquals(
                Availability.State.AVAILABLE,
                at(VirtualReaders.named("Desk").install()).state());
    }

    @Test
    void without_a_reader_there_is_no_device() {
        var availability = at(VirtualReaders.named().install());

        assertEquals(Availability.State.NO_DEVICE, availability.state());
        assertEquals(Optional.of(CardProblem.NO_READER), availability.problem());
    }
}
