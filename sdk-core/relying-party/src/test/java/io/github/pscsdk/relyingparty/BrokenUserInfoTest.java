package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.LoginProblem;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** UserInfo documents that the simulator would never give, and that must not pass. */
class BrokenUserInfoTest {
    @AutoClose
    private final HandMadeLab lab = new HandMadeLab();

    private final HandMadePsc psc = lab.psc;

    BrokenUserInfoTest() throws IOException {}

    @Test
    void user_info_that_names_another_person_than_the_id_token() {
        psc.tokens(claims -> claims.put("SubjectNameID", "899999100029"));

        assertEquals(LoginProblem.USERINFO_REJECTED, lab.failure());
    }

    @Test
    void user_info_without_a_national_identifier() {
        psc.answer("/userinfo", HandMadePsc.userInfo().replace("SubjectNameID", "renamed"));

        assertEquals(LoginProblem.USERINFO_REJECTED, lab.failure());
    }

    @Test
    void user_info_without_a_subject() {
        psc.answer("/userinfo", HandMadePsc.userInfo().replace("\"sub\"", "\"renamed\""));

        assertEquals(LoginProblem.USERINFO_REJECTED, lab.failure());
    }

    @Test
    void user_info_that_is_not_json() {
        psc.answer("/userinfo", "<html>");

        assertEquals(LoginProblem.PSC_ANSWER_INVALID, lab.failure());
    }

    @Test
    void user_info_ten_thousand_levels_deep() {
        psc.answer("/userinfo", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));

        assertEquals(LoginProblem.PSC_ANSWER_INVALID, lab.failure());
    }

    @Test
    void user_info_that_refuses_the_token() {
        psc.answer("/userinfo", HandMadePsc.status(401));

        assertEquals(LoginProblem.PSC_ANSWER_INVALID, lab.failure());
    }

    @Test
    void user_info_that_is_unavailable() {
        psc.answer("/userinfo", HandMadePsc.status(503));

        assertEquals(LoginProblem.PSC_UNAVAILABLE, lab.failure());
        Eventually.holds(() -> psc.count("/logout") == 1);
    }
}
