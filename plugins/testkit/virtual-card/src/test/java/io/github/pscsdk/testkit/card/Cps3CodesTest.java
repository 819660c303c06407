package io.github.pscsdk.testkit.card;

import static io.github.pscsdk.testkit.card.Talk.CODE;
import static io.github.pscsdk.testkit.card.Talk.UNLOCK_CODE;
import static io.github.pscsdk.testkit.card.Talk.VERIFY;
import static io.github.pscsdk.testkit.card.Talk.VERIFY_UNLOCK_CODE;
import static io.github.pscsdk.testkit.card.Talk.WRONG_CODE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.persona.Personas;
import org.junit.jupiter.api.Test;

class Cps3CodesTest {
    private static final String TRIES = "00200001";
    private static final String COUNTERS = "00CB3FFF0A4D087006BF810102A08000";
    private static final String UNLOCK_COUNTERS = "00CB3FFF0A4D087006BF810202A08000";

    private final VirtualCard card = VirtualCard.cps3(Personas.PHARMACIST).build();
    private final Talk talk = new Talk(card);

    @Test
    void an_empty_verify_tells_the_tries_and_takes_none() {
        assertEquals("63C3", talk.say(TRIES));
        assertEquals("63C3", talk.say(TRIES));
    }

    @Test
    void wrong_codes_count_down_to_blocked_without_an_ambiguous_zero() {
        assertEquals("63C2", talk.say(VERIFY + WRONG_CODE));
        assertEquals("63C1", talk.say(VERIFY + WRONG_CODE));
        assertEquals("6983", talk.say(VERIFY + WRONG_CODE));
        assertEquals("6983", talk.say(VERIFY + CODE), "the right one comes too late");
        assertEquals("6983", talk.say(TRIES));
    }

    @Test
    void a_right_code_gives_the_tries_back_and_then_hides_them() {
        talk.say(VERIFY + WRONG_CODE);

        assertEquals("9000", talk.say(VERIFY + CODE));
        assertEquals("9000", talk.say(TRIES), "a verified code answers 9000, not the counter");
        assertEquals(3, card.triesLeft());
    }

    @Test
    void a_reset_forgets_the_code_and_keeps_the_tries() {
        talk.say(VERIFY + CODE);
        card.reset();
        assertEquals("63C3", talk.say(TRIES));

        talk.say(VERIFY + WRONG_CODE);
        card.powerOff();
        assertEquals("63C2", talk.say(TRIES));
    }

    @Test
    void a_wrong_code_after_a_right_one_closes_the_card_again() {
        talk.say(VERIFY + CODE);
        talk.say(VERIFY + WRONG_CODE);

        assertFalse(card.isCodePresented());
    }

    @Test
    void the_wrong_number_of_digits_is_no_try() {
        assertEquals("6700", talk.say("00200001083132333435363738"));
        assertEquals(3, card.triesLeft());
    }

    @Test
    void codes_are_neither_changed_nor_unlocked() {
        assertEquals("6D00", talk.say("0024000108" + CODE + "35363738"));
        assertEquals("6D00", talk.say("002C02010435363738"));
    }

    @Test
    void an_unknown_reference_is_not_found() {
        assertEquals("6A88", talk.say("0020000704" + CODE));
    }

    @Test
    void the_counters_of_the_code_are_read_by_get_data() {
        talk.say("00A4090C023F00");
        talk.say(VERIFY + WRONG_CODE);

        assertEquals("7010BF81010CA00A9A01039B01029D02FFFF9000", talk.say(COUNTERS));
    }

    @Test
    void the_counters_of_the_unlock_code_tell_how_often_it_may_be_used() {
        assertEquals("7010BF81020CA00A9A01039B01039D0200059000", talk.say(UNLOCK_COUNTERS));
    }

    @Test
    void a_card_blocked_for_good_has_no_usage_left() {
        var dead = VirtualCard.cps3(Personas.PHARMACIST).blockedForGood().build();
        var saying = new Talk(dead);

        assertTrue(saying.say(COUNTERS).endsWith("9B01009D0200009000"));
        assertTrue(saying.say(UNLOCK_COUNTERS).endsWith("9B01009D0200009000"));
        assertEquals("6983", saying.say(VERIFY_UNLOCK_CODE + UNLOCK_CODE));
    }

    @Test
    void counters_of_nothing_known_are_not_found() {
        assertEquals("6A88", talk.say("00CB3FFF0A4D087006BF810302A08000"));
    }

    @Test
    void three_wrong_unlock_codes_block_for_good() {
        var blocked = VirtualCard.cps3(Personas.PHARMACIST).triesLeft(0).build();
        var saying = new Talk(blocked);

        assertEquals("63C2", saying.say(VERIFY_UNLOCK_CODE + "3939393939393939"));
        assertEquals("63C1", saying.say(VERIFY_UNLOCK_CODE + "3939393939393939"));
        assertEquals("6983", saying.say(VERIFY_UNLOCK_CODE + "3939393939393939"));
        assertTrue(saying.say(UNLOCK_COUNTERS).endsWith("9B01009D0200009000"));
    }
}
