package io.github.pscsdk.relyingparty.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTokenTest {
    private final SessionId session = SessionId.draw();
    private final String token = session.formToken();

    @Test
    void a_session_has_the_same_token_on_every_node_and_another_session_another() {
        assertEquals(token, new SessionId(session.value()).formToken());
        assertTrue(session.isFormToken(token));
        assertNotEquals(token, SessionId.draw().formToken());
        assertFalse(session.isFormToken(SessionId.draw().formToken()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "é"})
    void what_is_no_token_does_not_match(String given) {
        assertFalse(session.isFormToken(given));
    }

    @Test
    void it_fits_into_a_page_as_it_is_and_gives_nothing_away() {
        assertTrue(token.matches("[A-Za-z0-9_-]{43}"));
        assertNotEquals(session.value(), token);
        assertFalse(session.toString().contains(token));
    }
}
