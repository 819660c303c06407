package io.github.pscsdk.plugin.cps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.testkit.card.VirtualReaders;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether the plug-in offers a login at the moment. */
class ObstacleTest {
    private static Optional<Problem> at(VirtualReaders readers) {
        try (readers) {
            return new CpsAuthenticator().obstacle();
        }
    }

    @Test
    void a_reader_will_do_since_a_card_may_be_put_in_during_the_login() {
        assertEquals(Optional.empty(), at(VirtualReaders.named("Desk").install()));
    }

    @Test
    void without_a_reader_there_is_no_device() {
        assertEquals(
                Optional.of(CardProblem.NO_READER), at(VirtualReaders.named().install()));
    }
}
