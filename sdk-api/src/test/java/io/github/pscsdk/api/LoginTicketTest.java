package io.github.pscsdk.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTicketTest {
    private static final LoginTicket TICKET = new LoginTicket("psc1.bG9naW4tMQo4OTk5OTkxMDAwMTFzB4vM");

    @Test
    void what_was_kept_is_read_again_whatever_white_space_an_editor_added() {
        assertEquals(TICKET, new LoginTicket(" " + TICKET.value() + "\r\n"));
        assertEquals("psc1.bG9naW4tMQo4OTk5OTkxMDAwMTFzB4vM", TICKET.value());
    }

    @Test
    void the_text_is_one_line_that_any_file_can_hold() {
        assertTrue(TICKET.value().matches("[A-Za-z0-9_.-]+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "psc1.",
                "psc1.!!!",
                "psc1.AAAA",
                "psc1.AAAAAA",
                "psc2.AAAAAAAA",
                "899999100011",
                "a very secret text"
            })
    void what_is_no_ticket_is_refused_and_not_repeated(String text) {
        var failure = assertThrows(IllegalArgumentException.class, () -> new LoginTicket(text));

        assertFalse(!text.isEmpty() && failure.getMessage().contains(text));
        assertEquals(null, failure.getCause());
    }

    @Test
    void a_ticket_that_lost_its_end_or_was_changed_is_refused() {
        var text = TICKET.value();

        assertThrows(IllegalArgumentException.class, () -> new LoginTicket(text.substring(0, text.length() - 3)));
        var changed = text.substring(0, 8) + (text.charAt(8) == 'A' ? 'B' : 'A') + text.substring(9);
        assertThrows(IllegalArgumentException.class, () -> new LoginTicket(changed));
    }

    @Test
    void a_text_that_is_far_too_long_is_refused_before_it_is_decoded() {
        assertThrows(IllegalArgumentException.class, () -> new LoginTicket("psc1." + "A".repeat(1 << 20)));
    }

    @Test
    void nothing_of_it_is_printed() {
        assertEquals("LoginTicket[****]", TICKET.toString());
    }

    @Test
    void the_longest_ticket_is_read_and_one_of_a_character_more_is_not() {
        assertEquals(4096, new LoginTicket(ticket(3064)).value().length());
        assertThrows(IllegalArgumentException.class, () -> new LoginTicket(ticket(3065)));
    }

    @Test
    void two_tickets_are_one_only_where_their_texts_are() {
        assertEquals(TICKET, new LoginTicket(TICKET.value()));
        assertEquals(TICKET.hashCode(), new LoginTicket(TICKET.value()).hashCode());
        assertNotEquals(TICKET, new LoginTicket(ticket(12)));
        assertNotEquals(TICKET.hashCode(), new LoginTicket(ticket(12)).hashCode());
        assertFalse(TICKET.equals((Object) TICKET.value()));
    }

    private static String ticket(int bytes) {
        var sum = new CRC32();
        sum.update(new byte[bytes]);
        var sealed = ByteBuffer.allocate(bytes + Integer.BYTES)
                .putInt(bytes, (int) sum.getValue())
                .array();
        return "psc1." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }
}
