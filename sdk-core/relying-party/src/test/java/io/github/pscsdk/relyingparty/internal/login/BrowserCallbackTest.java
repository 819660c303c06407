package io.github.pscsdk.relyingparty.internal.login;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.login.BrowserLogins.BrowserCallback;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which browser's return from the login page counts. */
class BrowserCallbackTest {
    private static final String STATE = "the-state-of-this-browser";
    private static final String ISSUER = "https://psc.example.test/realm";
    private static final String VALID = "state=" + STATE + "&code=the-code&iss=https%3A%2F%2Fpsc.example.test%2Frealm";

    private static BrowserCallback read(String query) throws PscException {
        return BrowserCallback.of(URI.create("/back" + query), STATE);
    }

    private static LoginProblem refused(String query) {
        return (LoginProblem)
                assertThrows(PscException.class, () -> read(query)).problem();
    }

    @Test
    void the_return_of_the_browser_that_began_the_login_brings_its_code() throws Exception {
        var callback = read("?" + VALID);

        assertEquals(STATE, callback.state());
        assertEquals("the-code", callback.code("attempt"));
        assertDoesNotThrow(() -> callback.checkIssuer(ISSUER, true));
        assertDoesNotThrow(() -> callback.checkIssuer(ISSUER, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "?code=the-code",
                "?state=&code=the-code",
                "?state=another&code=the-code",
                "?state=the-state-of-this-browse&code=the-code",
                "?state=the-state-of-this-browserr&code=the-code",
                "?State=the-state-of-this-browser&code=the-code",
                "?=the-state-of-this-browser&code=the-code"
            })
    void a_return_of_another_browser_is_refused(String query) {
        assertEquals(LoginProblem.LOGIN_NOT_WAITING, refused(query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&state=" + STATE, "&code=another", "&%73tate=" + STATE, "&iss=x", "&x=1&x=2"})
    void a_parameter_that_comes_twice_makes_the_answer_none(String more) {
        assertEquals(LoginProblem.LOGIN_NOT_WAITING, refused("?" + VALID + more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&&", "&x", "&=y", "&=z&=z", "&more=1"})
    void a_parameter_that_is_none_does_not_matter(String more) throws Exception {
        assertEquals("the-code", read("?" + VALID + more).code("attempt"));
    }

    @Test
    void a_browser_that_began_no_login_is_not_let_in_by_a_callback_without_a_state() {
        assertDoesNotThrow(
                () -> BrowserCallback.of(URI.create("/back?code=x"), "").state());
        assertThrows(PscException.class, () -> BrowserCallback.of(URI.create("/back?code=x&state=y"), ""));
    }

    @ParameterizedTest
    @CsvSource({
        "https://psc.example.test/other, true",
        "https://psc.example.test/other, false",
        "https://psc.example.test/realm/, false",
        "'', true"
    })
    void a_callback_of_another_issuer_or_of_none_where_one_is_announced_is_refused(String issuer, boolean announced)
            throws Exception {
        var callback = read("?state=" + STATE + "&code=c&iss=" + issuer);

        var refusal = assertThrows(PscException.class, () -> callback.checkIssuer(ISSUER, announced));
        assertEquals(LoginProblem.LOGIN_NOT_WAITING, refusal.problem());
    }

    @Test
    void a_callback_without_an_issuer_is_taken_where_none_is_announced() throws Exception {
        var callback = read("?state=" + STATE + "&code=c");

        assertDoesNotThrow(() -> callback.checkIssuer(ISSUER, false));
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, REFUSED",
        "server_error, PSC_UNAVAILABLE",
        "temporarily_unavailable, PSC_UNAVAILABLE",
        "unauthorized_client, CLIENT_REJECTED",
        "invalid_request, REQUEST_REJECTED",
        "invalid_scope, REQUEST_REJECTED",
        "unsupported_response_type, REQUEST_REJECTED",
        "another, PSC_ANSWER_INVALID"
    })
    void an_error_lets_nobody_in_even_with_a_code(String error, LoginProblem problem) throws Exception {
        var callback = read("?" + VALID + "&error=" + error);

        assertEquals(
                problem,
                assertThrows(PscException.class, () -> callback.code("attempt")).problem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&code=", "&code"})
    void a_callback_without_code_and_error_is_invalid(String more) throws Exception {
        var callback = read("?state=" + STATE + more);

        assertEquals(
                LoginProblem.PSC_ANSWER_INVALID,
                assertThrows(PscException.class, () -> callback.code("attempt")).problem());
    }

    @Test
    void the_values_are_not_printed() throws Exception {
        assertEquals(
                "BrowserCallback[code, state]",
                read("?state=" + STATE + "&code=c").toString());
    }
}
