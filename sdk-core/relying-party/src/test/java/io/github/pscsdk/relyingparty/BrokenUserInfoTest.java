package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.LoginProblem;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {"899999100029", "0759900001", "ANS20221012094812", "ans20221012094812", "3750000001/EMP00001"})
    void user_info_of_another_person_than_the_signed_name_which_is_an_identifier(String name) {
        psc.tokens(claims -> {
            claims.remove("SubjectNameID");
            claims.put("preferred_username", name);
        });

        assertEquals(LoginProblem.USERINFO_REJECTED, lab.failure());
    }

    @Test
    void the_signed_name_counts_though_the_signed_identifier_fits() {
        psc.tokens(claims -> claims.put("preferred_username", "899999100029"));

        assertEquals(LoginProblem.USERINFO_REJECTED, lab.failure());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "899999100011",
                "0999999999",
                "9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d",
                "onrtac:9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d",
                "adelaide.fictive",
                "8999991000110",
                ""
            })
    void a_signed_name_that_is_the_person_s_or_technical_passes(String name) throws Exception {
        psc.tokens(claims -> claims.put("preferred_username", name));

        assertEquals(Lab.PHARMACIST, lab.logIn().professional().nationalId());
    }

    @Test
    void user_info_without_a_national_identifier() {
        psc.answer("/userinfo", HandMadePsc.userInfo().replace("SubjectNameID", "renamed"));

        assertEquals(LoginProblem.USERINFO_REJECTED, lab.failure());
    }

    @Test
    void user_info_about_another_subject() {
        psc.answer("/userinfo", HandMadePsc.userInfo().replace(":899999100011", ":899999100029"));

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
        lab.time.settle();
        assertEquals(1, psc.count("/logout"));
    }
}
