package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People whom Pro Santé Identité names by {@code PSISubjectNameID}, and no register. */
class PsiIdentityTest {
    private static final String PSI = "6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10";
    private static final NationalId PERSON = new NationalId(PSI);
    private static final String ANOTHER = "11111111-2222-4333-8444-555555555555";

    @AutoClose
    private final HandMadeLab lab = new HandMadeLab();

    private final HandMadePsc psc = lab.psc;

    PsiIdentityTest() throws IOException {
        psc.answer(
                "/userinfo",
                HandMadePsc.userInfo()
                        .replace("\"SubjectNameID\": \"899999100011\"", "\"PSISubjectNameID\": \"" + PSI + "\""));
    }

    private void sign(String subjectNameId, String psi) {
        psc.tokens(claims -> {
            claims.put("SubjectNameID", subjectNameId);
            claims.put("PSISubjectNameID", psi);
            claims.remove("preferred_username");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {PSI, "6F0C2C0E-2F5B-4B0E-9A63-0D9F4F1F7A10", ""})
    void they_are_logged_in_if_the_id_token_signs_the_same_identifier_or_none(String signed) throws Exception {
        sign("", signed);

        assertEquals(PERSON, lab.logIn(PERSON).professional().nationalId());
    }

    @ParameterizedTest
    @ValueSource(strings = {ANOTHER, "899999100011", "x y"})
    void another_signed_identifier_of_pro_sante_identite_is_refused(String signed) {
        sign("", signed);

        assertEquals(LoginProblem.USERINFO_REJECTED, lab.failure());
    }

    @Test
    void a_signed_identifier_of_a_register_is_somebody_else_whatever_is_signed_beside_it() {
        sign("899999100011", PSI);

        assertEquals(LoginProblem.USERINFO_REJECTED, lab.failure());
    }

    @Test
    void a_signed_identifier_beside_that_of_a_register_is_not_compared() throws Exception {
        psc.answer("/userinfo", HandMadePsc.userInfo());
        sign("899999100011", ANOTHER);

        assertEquals(Lab.PHARMACIST, lab.logIn().professional().nationalId());
    }

    @Test
    void the_simulator_s_are_logged_in_and_their_session_lives_on() throws Exception {
        try (var simulated = Lab.open()) {
            simulated.simulator.turn("identity", "PSI_CLAIM");

            var session = simulated.logIn();

            assertEquals(
                    List.of(NationalId.Kind.PSI),
                    session.professional().identifiers().stream()
                            .map(NationalId::kind)
                            .toList());
            Stages.await(simulated.party.refresh(session.id()));
        }
    }
}
