package io.github.pscsdk.relyingparty.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens.OriginalIdToken;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an ID token of a refresh must say again of that of the login. */
class OriginalIdTokenTest {
    private static IdTokenClaims claims(String members) throws Exception {
        return IdTokenClaims.read(("{" + members + "}").replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> contradiction(String login, String refresh) throws Exception {
        return OriginalIdToken.of(claims(login))
                .contradictedBy(claims(refresh), TestSessions.person(TestSessions.DOCTOR));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'iss':'i','sub':'s','aud':'c','auth_time':100,'nonce':'n' | nothing",
                "'iss':'i','sub':'s','aud':['c'],'auth_time':100 | nothing",
                "'iss':'i','sub':'s','aud':'c','auth_time':101 | nothing",
                "'iss':'i','sub':'s','aud':'c' | nothing",
                "'iss':'i','sub':'s','aud':'c','SubjectNameID':'899999100011' | nothing",
                "'iss':'j','sub':'s','aud':'c' | iss",
                "'sub':'s','aud':'c' | iss",
                "'iss':'i','sub':'t','aud':'c' | sub",
                "'iss':'i','sub':'S','aud':'c' | sub",
                "'iss':'i','aud':'c' | sub",
                "'iss':'i','sub':'s','aud':'d' | aud",
                "'iss':'i','sub':'s','aud':['c','d'] | aud",
                "'iss':'i','sub':'s','aud':[] | aud",
                "'iss':'i','sub':'s' | aud",
                "'iss':'i','sub':'s','aud':'c','auth_time':99 | auth_time",
                "'iss':'i','sub':'s','aud':'c','nonce':'m' | nonce",
                "'iss':'i','sub':'s','aud':'c','SubjectNameID':'899999100029' | the name of the professional",
                "'iss':'i','sub':'s','aud':'c','SubjectNameID':'another-register' | the name of the professional",
                "'iss':'i','sub':'s','aud':'c','preferred_username':'899999100029' | the name of the professional"
            })
    void a_refresh_says_again_what_the_login_said(String refresh, String contradiction) throws Exception {
        var login = "'iss':'i','sub':'s','aud':'c','auth_time':100,'nonce':'n'";

        assertEquals(contradiction, contradiction(login, refresh).orElse("nothing"));
    }

    @Test
    void what_the_login_did_not_say_is_not_compared_but_a_nonce_has_to_be_the_one_that_was_sent() throws Exception {
        var login = "'iss':'i','sub':'s','aud':'c'";

        assertEquals(Optional.empty(), contradiction(login, login + ",'auth_time':1"));
        assertEquals(Optional.of("nonce"), contradiction(login, login + ",'nonce':'any'"));
    }

    @Test
    void one_that_another_version_wrote_without_what_is_needed_is_refused_and_none_is_printed() {
        assertThrows(
                NullPointerException.class,
                () -> new OriginalIdToken(null, "s", List.of(), Optional.empty(), Optional.empty()));
        assertThrows(
                NullPointerException.class,
                () -> new OriginalIdToken("i", null, List.of(), Optional.empty(), Optional.empty()));
        assertEquals("OriginalIdToken[]", TestSessions.original("sub").toString());
    }
}
