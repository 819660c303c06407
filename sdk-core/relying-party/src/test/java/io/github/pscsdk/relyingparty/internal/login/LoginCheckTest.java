package io.github.pscsdk.relyingparty.internal.login;

import static io.github.pscsdk.relyingparty.internal.login.TestLogins.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.json.UserInfo;
import io.github.pscsdk.relyingparty.internal.login.LoginCompletion.ExpectedLogin;
import io.github.pscsdk.relyingparty.internal.login.LoginCompletion.LoginCheck;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the person who is there now is the one who was asked, and for how long. */
class LoginCheckTest {
    private static final String DOCTOR = "899999100011";
    private static final String OTHER = "899999100029";
    private static final Duration LIMIT = Duration.ofHours(4);
    private static final Duration LEEWAY = Duration.ofSeconds(60);
    private static final long SECOND = NOW.getEpochSecond();

    private final LoginCheck check =
            new LoginCheck("client", "openid scope_all", LIMIT, LEEWAY, Clock.fixed(NOW, ZoneOffset.UTC));

    private static IdTokenClaims claims(String members) throws Exception {
        return IdTokenClaims.read(("{'sub':'s','iat':" + SECOND + (members.isEmpty() ? "" : "," + members) + "}")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8));
    }

    private static TokenAnswer tokens(Optional<String> scope, Optional<String> sessionState) {
        return new TokenAnswer(
                "token",
                "Bearer",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                sessionState,
                scope,
                Optional.empty());
    }

    private static UserInfo info(String nationalId) {
        return new UserInfo("s", Optional.of("CARD"), Optional.of(TestLogins.person(nationalId)));
    }

    private static ExpectedLogin browser(Optional<Long> from) {
        return ExpectedLogin.ofBrowser("attempt", "nonce", from);
    }

    private static void assertRefused(LoginProblem problem, Executable login) {
        assertEquals(problem, assertThrows(PscException.class, login).problem());
    }

    @ParameterizedTest
    @CsvSource({"0, true", "-60, true", "-61, false", "-3600, false", "60, true"})
    void a_session_that_psc_had_before_does_not_stand_for_the_person_who_is_there_now(long offset, boolean accepted)
            throws Exception {
        var claims = claims("'auth_time':" + (SECOND + offset));
        var expected = browser(Optional.of(SECOND));

        if (accepted) {
            assertSame(claims, check.authentication(claims, expected));
        } else {
            assertRefused(LoginProblem.NOT_ASKED_AGAIN, () -> check.authentication(claims, expected));
        }
        assertSame(claims, check.authentication(claims, browser(Optional.empty())), "where any time will do");
    }

    @Test
    void a_token_that_does_not_say_when_psc_asked_is_refused_where_that_counts() throws Exception {
        var claims = claims("");

        assertRefused(LoginProblem.NOT_ASKED_AGAIN, () -> check.authentication(claims, browser(Optional.of(SECOND))));
        assertSame(claims, check.authentication(claims, browser(Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({"899999100011, 899999100011", "'', 899999100011"})
    void the_professional_who_was_asked_is_let_in(String signed, String told) throws Exception {
        var claims = claims("'SubjectNameID':'" + signed + "'");
        var info = info(told);

        assertSame(
                info,
                check.identity(
                        tokens(Optional.empty(), Optional.empty()),
                        claims,
                        info,
                        ExpectedLogin.ofBackchannel("attempt", new NationalId(DOCTOR))));
    }

    @Test
    void another_professional_than_the_one_who_was_asked_is_not_let_in() throws Exception {
        var claims = claims("'SubjectNameID':'" + OTHER + "'");
        var asked = ExpectedLogin.ofBackchannel("attempt", new NationalId(DOCTOR));
        var granted = tokens(Optional.empty(), Optional.empty());

        assertRefused(LoginProblem.IDENTITY_MISMATCH, () -> check.identity(granted, claims, info(OTHER), asked));
        var info = info(OTHER);
        assertSame(info, check.identity(granted, claims, info, browser(Optional.empty())), "where nobody was asked");
    }

    @Test
    void an_identifier_of_another_register_is_not_told_as_another_person() throws Exception {
        var psi = "4f8d2c1e-0b6a-4c59-9a3e-7d1f2b3c4d5e";
        var claims = claims("'SubjectNameID':'" + psi + "'");
        var asked = ExpectedLogin.ofBackchannel("attempt", new NationalId(DOCTOR));
        var granted = tokens(Optional.empty(), Optional.empty());

        assertRefused(LoginProblem.IDENTITY_UNDECIDED, () -> check.identity(granted, claims, info(psi), asked));
    }

    @Test
    void a_token_and_a_user_info_of_different_people_let_nobody_in() throws Exception {
        var claims = claims("'SubjectNameID':'" + OTHER + "'");

        for (var expected :
                List.of(browser(Optional.empty()), ExpectedLogin.ofBackchannel("attempt", new NationalId(DOCTOR)))) {
            assertRefused(
                    LoginProblem.USERINFO_REJECTED,
                    () -> check.identity(tokens(Optional.empty(), Optional.empty()), claims, info(DOCTOR), expected));
        }
    }

    @ParameterizedTest
    @CsvSource({"14399, true", "14400, false", "14401, false", "0, true"})
    void a_session_that_is_as_old_as_a_session_may_be_is_not_opened(long age, boolean opened) throws Exception {
        var claims = claims("'auth_time':" + (SECOND - age));
        var granted = tokens(Optional.empty(), Optional.empty());

        if (opened) {
            var session = check.session(granted, claims, info(DOCTOR));
            assertEquals(NOW.minusSeconds(age), session.authenticatedAt());
            assertEquals(NOW.minusSeconds(age).plus(LIMIT), session.expiresAt());
        } else {
            assertRefused(LoginProblem.SESSION_ENDED, () -> check.session(granted, claims, info(DOCTOR)));
            assertRefused(
                    LoginProblem.SESSION_ENDED,
                    () -> check.identity(granted, claims, info(DOCTOR), browser(Optional.empty())));
        }
    }

    @Test
    void a_session_counts_from_the_token_where_that_does_not_say_when_psc_asked() throws Exception {
        var session = check.session(tokens(Optional.empty(), Optional.empty()), claims(""), info(DOCTOR));

        assertEquals(NOW, session.authenticatedAt());
    }

    @Test
    void a_session_has_a_new_handle_and_all_that_psc_told() throws Exception {
        var granted = tokens(Optional.of("openid  extra"), Optional.of("state"));
        var claims = claims("'authMode':'MOBILE','acr':'eidas1','session_state':'b','sid':'c'");

        var session = check.session(granted, claims, info(DOCTOR));

        assertNotEquals(
                session.id(), check.session(granted, claims, info(DOCTOR)).id());
        assertTrue(session.id().mayBeOf("client"));
        assertEquals("client", session.clientId());
        assertEquals(TestLogins.person(DOCTOR), session.professional());
        assertEquals(Optional.of("MOBILE"), session.authMode());
        assertEquals(Optional.of("eidas1"), session.acr());
        assertEquals(List.of("openid", "extra"), List.copyOf(session.scopes()));
        assertEquals("c", session.sessionState(), "what is signed for it");
    }

    @ParameterizedTest
    @CsvSource({
        "'''session_state'':''b'',''sid'':''c''', c",
        "'''session_state'':''b'',''sid'':'' ''', b",
        "'''session_state'':''b''', b",
        "'''sid'':''c''', c",
        "'', a"
    })
    void the_session_at_psc_is_called_by_its_sid_and_else_by_what_is_signed(String members, String name)
            throws Exception {
        var session = check.session(tokens(Optional.empty(), Optional.of("a")), claims(members), info(DOCTOR));

        assertEquals(name, session.sessionState());
        assertEquals(Optional.of("CARD"), session.authMode(), "of UserInfo, where the token does not say");
        assertEquals(
                "",
                check.session(tokens(Optional.empty(), Optional.empty()), claims(""), info(DOCTOR))
                        .sessionState());
    }

    @Test
    void an_answer_without_scopes_grants_those_that_were_asked_for_and_one_with_too_many_not_all() throws Exception {
        var many = new ArrayList<String>();
        for (var i = 0; i < 65; i++) {
            many.add("scope-" + i);
        }

        assertEquals(
                List.of("openid", "scope_all"),
                List.copyOf(check.session(tokens(Optional.empty(), Optional.empty()), claims(""), info(DOCTOR))
                        .scopes()));
        assertEquals(
                many.subList(0, 64),
                List.copyOf(check.session(
                                tokens(Optional.of(String.join(" ", many)), Optional.empty()), claims(""), info(DOCTOR))
                        .scopes()));
        assertEquals(
                List.of("a".repeat(128)),
                List.copyOf(check.session(
                                tokens(Optional.of("a".repeat(128) + " " + "a".repeat(129)), Optional.empty()),
                                claims(""),
                                info(DOCTOR))
                        .scopes()));
    }
}
