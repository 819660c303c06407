package io.github.pscsdk.plugin.cps.internal.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardCommandsTest {
    private static final byte[] READ = HexFormat.of().parseHex("00b0000000");

    @Test
    void what_61xx_announces_is_fetched_until_nothing_is_left() throws Exception {
        var card = new ScriptedCard()
                .on("00B0000000", "AA 6102")
                .on("00C0000002", "BBCC 6101")
                .on("00C0000001", "DD 9000");

        var answer = commands(card).send(READ);

        assertArrayEquals(HexFormat.of().parseHex("aabbccdd"), answer.data());
        assertEquals(CardCommands.Response.OK, answer.statusWord());
    }

    @Test
    void the_length_that_6Cxx_names_is_asked_for() throws Exception {
        var card = new ScriptedCard().on("00B0000000", "6C02").on("00B0000002", "AABB 9000");

        assertArrayEquals(
                new byte[] {(byte) 0xAA, (byte) 0xBB}, commands(card).send(READ).data());
    }

    @Test
    void a_command_that_expects_nothing_is_not_changed_by_6Cxx() throws Exception {
        // Its last byte is data, or the number of a code.
        for (var command : List.of("00200001", "00a4090c023f00")) {
            var card = new ScriptedCard().on(command, "6C02");

            var answer = commands(card).send(HexFormat.of().parseHex(command));

            assertEquals(0x6C02, answer.statusWord());
            assertEquals(List.of(command), card.heard());
        }
    }

    @Test
    void an_answer_without_end_is_given_up() {
        var card = new ScriptedCard().on("00B0000000", "6101").on("00C0000001", "AA 6101");

        assertThrows(CardDataException.class, () -> commands(card).send(READ));
    }

    @Test
    void an_answer_without_a_status_is_that_of_a_card_that_was_pulled() {
        var failure = assertThrows(
                CardAccessException.class,
                () -> commands(command -> new byte[] {(byte) 0x90}).send(READ));

        assertEquals(CardAccessException.Reason.REMOVED, failure.reason());
    }

    private static CardCommands commands(CardChannels.Channel card) {
        return new CardCommands(CardCommands.Dialect.IAS_ECC, card);
    }
}
