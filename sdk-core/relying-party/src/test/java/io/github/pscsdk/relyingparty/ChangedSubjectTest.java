package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.TokenProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refresh whose ID token has another {@code sub}: the person is compared, not the technical name. */
class ChangedSubjectTest {
    private static final String TECHNICAL = "77777777-8888-4999-8aaa-bbbbbbbbbbbb";
    private static final String PSI = "11111111-2222-4333-8444-555555555555";

    @AutoClose
    private final HandMadeLab lab = new HandMadeLab();

    private final HandMadePsc psc = lab.psc;

    ChangedSubjectTest() throws IOException {}

    /** What the next refresh brings. */
    private void refreshBrings(Consumer<Map<String, Object>> claims, String userInfo) {
        psc.tokens(
                token -> {
                    token.put("sub", TECHNICAL);
                    claims.accept(token);
                },
                "\"refresh_token\":\"of-the-refresh\",");
        psc.answer("/userinfo", userInfo);
    }

    private static Consumer<Map<String, Object>> naming(String nationalId) {
        return token -> {
            token.put("SubjectNameID", nationalId);
            token.put("preferred_username", nationalId);
        };
    }

    private static String userInfo(String nationalId, String otherId) {
        return """
                {"sub": "%s", "SubjectNameID": "%s", "family_name": "FICTIVE",
                 "otherIds": [{"identifiant": "%s", "origine": "RPPS", "qualite": 1}]}
                """.formatted(TECHNICAL, nationalId, otherId);
    }

    private String kept() {
        return new String(lab.store.sessions().get(0), StandardCharsets.UTF_8);
    }

    @Test
    void a_session_lives_through_the_change_of_2026() throws Exception {
        try (var open = Lab.open()) {
            open.simulator.dials().turn(Dial.TOKEN_PROFILE, TokenProfile.OF_2024);
            var session = open.logIn();
            open.simulator.dials().turn(Dial.TOKEN_PROFILE, TokenProfile.OF_2026);

            assertEquals(session, await(open.party.refresh(session.id())));
            assertEquals(session, await(open.party.refresh(session.id())));
            assertEquals(session, open.party.requireSession(session.id()));
        }
    }

    @Test
    void a_person_whom_the_token_names_goes_on_without_a_question_and_under_the_new_name() throws Exception {
        var session = lab.logIn();
        refreshBrings(naming("899999100011"), "no answer");
        var asked = psc.count("/userinfo");

        await(lab.party.refresh(session.id()));

        assertEquals(asked, psc.count("/userinfo"));
        assertTrue(kept().contains(TECHNICAL) && kept().contains("of-the-refresh"));
    }

    @ParameterizedTest
    @CsvSource({
        ", 899999100011, 899999100011",
        "'', 899999100011, 899999100011",
        PSI + ", " + PSI + ", 899999100011",
        PSI + ", " + PSI + ", 99999100011"
    })
    void a_person_whom_user_info_names_goes_on(String signed, String nationalId, String otherId) throws Exception {
        var session = lab.logIn();
        refreshBrings(
                token -> {
                    token.remove("preferred_username");
                    token.put("SubjectNameID", signed);
                    token.values().removeIf(Objects::isNull);
                },
                userInfo(nationalId, otherId));

        await(lab.party.refresh(session.id()));

        assertTrue(kept().contains(TECHNICAL));
        assertEquals(session, lab.party.requireSession(session.id()));
    }

    @ParameterizedTest
    @CsvSource({
        // Another person.
        "899999100029, 899999100029, 899999100029",
        // Two sources that contradict each other.
        "899999100029, 899999100011, 899999100011",
        // Nobody who is known here.
        PSI + ", " + PSI + ", " + PSI
    })
    void anybody_else_ends_the_session_at_once_and_nothing_of_theirs_is_kept(
            String signed, String nationalId, String otherId) throws Exception {
        var session = lab.logIn();
        refreshBrings(naming(signed), userInfo(nationalId, otherId));

        assertEnds(session, LoginProblem.IDENTITY_MISMATCH);
    }

    @Test
    void where_nobody_can_tell_the_session_ends_at_once() throws Exception {
        var session = lab.logIn();
        refreshBrings(naming(PSI), "no answer");

        assertEnds(session, LoginProblem.IDENTITY_MISMATCH);
    }

    @Test
    void a_level_that_is_not_accepted_ends_the_session_at_once() throws Exception {
        try (var strict = psc.party()
                .sessionStore(lab.store)
                .clock(lab.clock)
                .acrPolicy(AcrPolicy.accepting(Set.of("eidas2")))
                .build()) {
            var session = lab.logIn();

            var failure = assertThrows(PscException.class, () -> await(strict.refresh(session.id())));

            assertEquals(LoginProblem.LEVEL_NOT_ACCEPTED, failure.problem());
            assertIsOver(session);
        }
    }

    private void assertEnds(PscSession session, LoginProblem problem) {
        var failure = assertThrows(PscException.class, () -> await(lab.party.refresh(session.id())));

        assertEquals(problem, failure.problem());
        assertIsOver(session);
    }

    private void assertIsOver(PscSession session) {
        assertTrue(lab.party.session(session.id()).isEmpty());
        assertEquals(Set.of(), lab.store.keys());
        lab.time.settle();
        assertEquals(1, psc.count("/logout"));
        assertFalse(psc.lastForm("/logout").isEmpty());
    }
}
