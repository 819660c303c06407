package io.github.pscsdk.plugin.cps.internal.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.plugin.cps.internal.card.CardCommands.Dialect;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeStateTest {
    private static final String ASK = "00200001";
    private static final String ASK_UNLOCK = "00200002";
    private static final String MASTER = "00A4090C 02 3F00";
    private static final String CODE = "00CB3FFF 0A 4D087006BF810102A080 00";
    private static final String UNLOCK = "00CB3FFF 0A 4D087006BF820102A080 00";

    private final ScriptedCard card = new ScriptedCard().on(MASTER, "9000");

    @AfterEach
    void no_code_was_presented() {
        for (var command : card.heard()) {
            assertTrue(!command.startsWith("0020") || command.length() == 8, command);
        }
    }

    @ParameterizedTest
    @CsvSource({"63C3, 3", "63C2, 2", "63C1, 1"})
    void the_tries_left_are_read_without_using_one(String status, int left) throws Exception {
        card.on(ASK, status);

        var state = read(Dialect.IAS_ECC);

        assertEquals(new CodeState(CodeState.Lock.OPEN, OptionalInt.of(left)), state);
        assertEquals(left == 1, state.isLastTry());
    }

    @ParameterizedTest
    @ValueSource(strings = {"6983", "63C0"})
    void a_blocked_card_whose_unlock_code_is_good_can_be_unblocked(String status) throws Exception {
        card.on(ASK, status)
                .on(UNLOCK, "700C BF820108 A006 9A0103 9B0103 9000")
                .on(CODE, "700C BF810108 A006 9A0103 9B0100 9000");

        assertEquals(CodeState.BLOCKED, read(Dialect.IAS_ECC));
    }

    @Test
    void a_blocked_card_whose_unlock_code_has_no_try_left_is_blocked_for_good() throws Exception {
        card.on(ASK, "6983").on(UNLOCK, "700A BF820106 9A0103 9B0100 9000");

        assertEquals(CodeState.BLOCKED_FOR_GOOD, read(Dialect.IAS_ECC));
    }

    @Test
    void a_blocked_card_whose_unlock_code_may_not_be_used_again_is_blocked_for_good() throws Exception {
        card.on(ASK, "6983").on(UNLOCK, "700E BF82010A 9A0103 9B0103 9D020000 9000");

        assertEquals(CodeState.BLOCKED_FOR_GOOD, read(Dialect.IAS_ECC));
    }

    @Test
    void a_blocked_card_that_counts_unblockings_with_its_code_is_blocked_for_good_as_well() throws Exception {
        card.on(ASK, "6983")
                .on(UNLOCK, "700A BF820106 9A0103 9B0103 9000")
                .on(CODE, "700D BF810109 9A0103 9B0100 9D0100 9000");

        assertEquals(CodeState.BLOCKED_FOR_GOOD, read(Dialect.IAS_ECC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6700", "6A86", "6D00", "6E00", "6985", "6A88"})
    void a_cps3_that_does_not_take_the_empty_verify_is_asked_for_the_object(String status) throws Exception {
        card.on(ASK, status).on(CODE, "700A BF810106 9A0103 9B0102 9000");

        assertEquals(CodeState.left(2), read(Dialect.IAS_ECC));
    }

    @Test
    void a_warning_of_another_kind_counts_no_tries() throws Exception {
        card.on(ASK, "63A2").on(CODE, "6A88");

        assertEquals(CodeState.UNKNOWN, read(Dialect.IAS_ECC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6A88", "0481 9000", "7004 BF810100 9000"})
    void a_counter_that_is_not_shown_is_unknown_and_no_reason_to_fail(String answer) throws Exception {
        card.on(ASK, "6D00").on(CODE, answer);

        assertEquals(CodeState.UNKNOWN, read(Dialect.IAS_ECC));
    }

    @Test
    void a_code_that_another_program_has_presented_is_good_and_its_counter_unknown() throws Exception {
        card.on(ASK, "9000");

        assertEquals(CodeState.OPEN, read(Dialect.IAS_ECC));
    }

    @ParameterizedTest
    @CsvSource({"63C3, BLOCKED", "6983, BLOCKED_FOR_GOOD", "63C0, BLOCKED_FOR_GOOD"})
    void a_cps4_says_the_same_of_its_unlock_code_by_the_empty_verify(String status, CodeState.Lock lock)
            throws Exception {
        card.on(ASK, "6983").on(ASK_UNLOCK, status);

        assertEquals(lock, read(Dialect.CHIPDOC).lock());
    }

    private CodeState read(Dialect dialect) throws Exception {
        return CodeState.read(new CardCommands(dialect, card));
    }
}
