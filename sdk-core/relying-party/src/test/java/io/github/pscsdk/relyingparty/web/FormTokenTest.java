package io.github.pscsdk.relyingparty.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.relyingparty.session.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTokenTest {
    private final SessionId session = SessionId.draw();
    private final FormToken token = FormToken.of(session);

    @Test
    void a_session_has_the_same_token_on_every_node_and_another_session_another() {
        assertEquals(token.value(), FormToken.of(new SessionId(session.value())).value());
        assertTrue(token.matches(token.value()));
        assertNotEquals(token.value(), FormToken.of(SessionId.draw()).value());
        assertFalse(token.matches(FormToken.of(SessionId.draw()).value()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "é"})
    void what_is_no_token_does_not_match(String given) {
        assertFalse(token.matches(given));
    }

    @Test
    void it_fits_into_a_page_as_it_is_and_gives_nothing_away() {
        assertTrue(token.value().matches("[A-Za-z0-9_-]{43}"));
        assertNotEquals(session.value(), token.value());
        assertFalse(token.toString().contains(token.value()));
    }
}
