package io.github.pscsdk.relyingparty.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.relyingparty.web.WebLogin.BegunLogins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BegunLoginsTest {
    private static final String STATE = "state-of-twenty-chars-";

    @Test
    void a_cookie_brings_back_what_was_begun_and_what_has_come_back_is_gone() {
        var begun = BegunLogins.ofCookie(
                BegunLogins.ofCookie("").with(STATE + 1).with(STATE + 2).toCookie());

        assertTrue(begun.has(STATE + 1));
        assertEquals(STATE + 2, begun.without(STATE + 1).toCookie());
    }

    @Test
    void the_oldest_of_five_is_forgotten_so_that_the_cookie_stays_small() {
        var begun = BegunLogins.ofCookie("");
        for (var i = 1; i <= 5; i++) {
            begun = begun.with(STATE + i);
        }

        assertFalse(begun.has(STATE + 1));
        assertEquals("BegunLogins[4]", begun.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "short", "with space and twenty chars", "..\"<script>aaaaaaaaaaaaaaaaaaaa"})
    void what_is_no_state_is_left_out(String cookie) {
        assertEquals("", BegunLogins.ofCookie(cookie).toCookie());
    }

    @Test
    void it_prints_how_many_and_no_state() {
        assertEquals("BegunLogins[1]", BegunLogins.ofCookie(STATE + 1).toString());
    }
}
