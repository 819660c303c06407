package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** UserInfo documents that the simulator would never give, and that must not pass. */
class BrokenUserInfoTest {
    private final HandMadeLab lab = new HandMadeLab();
    private final HandMadePsc psc = lab.psc;

    BrokenUserInfoTest() throws IOException {}

    @AfterEach
    void close() {
        lab.close();
    }

    private void assertFails(LoginProblem problem) {
        var failure = assertThrows(PscException.class, () -> lab.logIn());
        assertEquals(problem, failure.problem(), failure.getMessage());
        assertTrue(lab.store.keys().isEmpty(), "nothing is kept");
    }

    @Test
    void user_info_that_names_another_person_than_the_id_token() {
        psc.tokens(claims -> claims.put("SubjectNameID", "899999100029"));

        assertFails(LoginProblem.USERINFO_REJECTED);
    }

    @Test
    void user_info_without_a_national_identifier() {
        psc.answer("/userinfo", HandMadePsc.userInfo().replace("SubjectNameID", "renamed"));

        assertFails(LoginProblem.USERINFO_REJECTED);
    }

    @Test
    void user_info_without_a_subject() {
        psc.answer("/userinfo", HandMadePsc.userInfo().replace("\"sub\"", "\"renamed\""));

        assertFails(LoginProblem.USERINFO_REJECTED);
    }

    @Test
    void user_info_that_is_not_json() {
        psc.answer("/userinfo", "<html>");

        assertFails(LoginProblem.PSC_ANSWER_INVALID);
    }

    @Test
    void user_info_ten_thousand_levels_deep() {
        psc.answer("/userinfo", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));

        assertFails(LoginProblem.PSC_ANSWER_INVALID);
    }

    @Test
    void user_info_that_refuses_the_token() {
        psc.answer("/userinfo", HandMadePsc.status(401));

        assertFails(LoginProblem.PSC_ANSWER_INVALID);
    }

    @Test
    void user_info_that_is_unavailable() {
        psc.answer("/userinfo", HandMadePsc.status(503));

        assertFails(LoginProblem.PSC_UNAVAILABLE);
        Eventually.holds(() -> psc.count("/logout") == 1);
    }
}
