package io.github.pscsdk.testkit.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.testkit.persona.Personas;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import org.junit.jupiter.api.Test;

class ScriptedFaultsTest {
    private static final String TRIES = "00200001";

    private final VirtualCard card = VirtualCard.cps3(Personas.PHARMACIST).build();

    @Test
    void a_card_is_in_a_reader_in_three_lines() throws Exception {
        var readers = VirtualReaders.named("Desk");
        var card = VirtualCard.cps3(Personas.PHARMACIST).triesLeft(1).build();
        readers.reader("Desk").insert(card);

        var channel = readers.terminals().getTerminal("Desk").connect("*").getBasicChannel();
        assertEquals(
                0x63C1, channel.transmit(new CommandAPDU(Talk.bytes(TRIES))).getSW());
        readers.close();
    }

    @Test
    void a_wrong_status_strikes_the_nth_command() {
        var faulty = card.onNth(3, SmartCard.status(0x63C0));
        var talk = new Talk(faulty);

        assertEquals("63C3", talk.say(TRIES));
        assertEquals("9000", talk.say("00A4000C023F00"));
        assertEquals("63C0", talk.say(TRIES));
        assertEquals("63C3", talk.say(TRIES));
    }

    @Test
    void a_card_pulled_out_amid_a_response_is_gone() throws Exception {
        var readers = VirtualReaders.named("Desk");
        readers.reader("Desk").insert(card.on(0x20, SmartCard.removal()));
        var terminal = readers.terminals().getTerminal("Desk");
        var channel = terminal.connect("*").getBasicChannel();

        var failure = assertThrows(CardException.class, () -> channel.transmit(new CommandAPDU(Talk.bytes(TRIES))));

        assertEquals("SCARD_W_REMOVED_CARD", failure.getCause().getMessage());
        assertFalse(terminal.isCardPresent());
        readers.close();
    }

    @Test
    void a_card_with_a_garbage_answer_to_reset_cannot_be_connected() {
        var readers = VirtualReaders.named("Desk");
        readers.reader("Desk").insert(new Garbage());

        var failure = assertThrows(
                CardException.class,
                () -> readers.terminals().getTerminal("Desk").connect("*"));

        assertEquals("SCARD_W_UNRESPONSIVE_CARD", failure.getCause().getMessage());
        readers.close();
    }

    /** Something that is no card. */
    private record Garbage() implements SmartCard {
        @Override
        public byte[] atr() {
            return Talk.bytes("FFFFFFFF");
        }

        @Override
        public byte[] transmit(byte[] command) {
            return new byte[0];
        }

        @Override
        public void reset() {
            // It remembers nothing.
        }
    }
}
