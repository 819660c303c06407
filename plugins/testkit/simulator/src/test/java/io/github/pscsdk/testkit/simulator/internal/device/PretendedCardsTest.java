package io.github.pscsdk.testkit.simulator.internal.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.card.internal.gestion.PinPad.Verdict;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PretendedCardsTest {
    private final PretendedCards cards = new PretendedCards();

    @Test
    void a_right_code_sets_the_count_back() {
        cards.tryCode("a", "0000".toCharArray());
        cards.tryCode("a", "0000".toCharArray());

        assertEquals(Verdict.APPROVED, cards.tryCode("a", "1234".toCharArray()));
        assertEquals(OptionalInt.of(PretendedCards.TRIES), cards.triesLeft("a"));
    }

    @Test
    void a_blocked_card_stays_blocked_and_the_others_do_not_care() {
        for (var i = 0; i < PretendedCards.TRIES; i++) {
            cards.tryCode("a", "0000".toCharArray());
        }

        assertEquals(OptionalInt.of(0), cards.triesLeft("a"));
        assertEquals(Verdict.BLOCKED, cards.tryCode("a", "1234".toCharArray()));
        assertEquals(Verdict.BLOCKED, cards.tryCode("a", "x".toCharArray()));
        assertEquals(Verdict.APPROVED, cards.tryCode("b", "1234".toCharArray()));
    }

    @Test
    void what_is_no_code_costs_no_try() {
        assertEquals(Verdict.NOT_A_CODE, cards.tryCode("a", "00000".toCharArray()));
        assertEquals(OptionalInt.of(PretendedCards.TRIES), cards.triesLeft("a"));
    }
}
