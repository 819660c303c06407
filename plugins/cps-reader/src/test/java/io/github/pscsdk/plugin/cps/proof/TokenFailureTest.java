package io.github.pscsdk.plugin.cps.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.pscsdk.plugin.cps.problem.CardProblem;
import javax.security.auth.login.LoginException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SoftHSM cannot show: it neither blocks nor leaves. */
class TokenFailureTest {
    @ParameterizedTest
    @CsvSource({
        "CKR_PIN_LOCKED, CARD_BLOCKED",
        "CKR_PIN_INCORRECT, WRONG_CODE",
        "CKR_PIN_LEN_RANGE, WRONG_CODE",
        "CKR_TOKEN_NOT_PRESENT, CARD_REMOVED",
        "CKR_DEVICE_REMOVED, CARD_REMOVED",
        "CKR_FUNCTION_CANCELED, CODE_NOT_GIVEN",
        "CKR_DEVICE_ERROR, CARD_UNREADABLE"
    })
    void the_answer_of_the_module_says_which_problem_it_is(String answer, CardProblem expected) {
        var failure = new LoginException();
        failure.initCause(new Exception(answer));

        var told = ProofFailures.ofToken(failure);

        assertEquals(expected, told.problem());
        assertNull(told.getCause());
    }
}
