package io.github.pscsdk.relyingparty.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The handle by which somebody is logged in. */
class SessionIdTest {
    @Test
    void two_handles_are_never_the_same_and_have_256_bits() {
        var one = SessionId.draw();

        assertNotEquals(one, SessionId.draw());
        assertEquals(43, one.value().length());
        assertNotEquals("A".repeat(43), one.value());
    }

    @Test
    void a_handle_of_one_client_cannot_be_taken_for_one_of_another() {
        var mine = SessionId.draw("editeur-demo");

        assertTrue(mine.mayBeOf("editeur-demo"));
        assertFalse(mine.mayBeOf("another"));
        assertEquals(47, mine.value().length());
        assertNotEquals(mine, SessionId.draw("editeur-demo"));
        assertEquals(
                mine.value().substring(0, 4),
                SessionId.draw("editeur-demo").value().substring(0, 4));
    }

    @ParameterizedTest
    @CsvSource({"15, false", "16, true", "128, true", "129, false"})
    void a_handle_has_16_to_128_characters(int length, boolean isHandle) {
        var text = "a".repeat(length);

        assertEquals(
                isHandle ? Optional.of(text) : Optional.empty(),
                SessionId.read(text).map(SessionId::value));
        if (isHandle) {
            assertEquals(text, new SessionId(text).value());
        } else {
            assertThrows(IllegalArgumentException.class, () -> new SessionId(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aaaaaaaaaaaaaaaaaaa/aaaa", "aaaaaaaaaaaaaaaaaaaa\n", "aaaaaaaaaaaaaaaaaa.aaaa"})
    void a_text_that_no_handle_can_be_is_refused_and_not_repeated(String text) {
        assertEquals(Optional.empty(), SessionId.read(text));
        var refusal = assertThrows(IllegalArgumentException.class, () -> new SessionId(text));

        assertEquals("not a session id", refusal.getMessage());
    }

    @Test
    void a_handle_is_never_printed() {
        assertEquals("SessionId[…]", SessionId.draw().toString());
    }

    @Test
    void the_token_of_a_form_is_that_of_its_session_as_a_whole() {
        var id = SessionId.draw();
        var token = id.formToken();

        assertTrue(id.isFormToken(token));
        for (var wrong : List.of("", token.substring(1), token.substring(0, 42), token + "A", id.value())) {
            assertFalse(id.isFormToken(wrong), wrong);
        }
        assertFalse(id.isFormToken(SessionId.draw().formToken()));
    }
}
