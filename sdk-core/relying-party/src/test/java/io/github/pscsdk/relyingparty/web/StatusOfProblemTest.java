package io.github.pscsdk.relyingparty.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.NationalIdProblem;
import io.github.pscsdk.diagnostic.Problem;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StatusOfProblemTest {
    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of(LoginProblem.REFUSED, 403),
                Arguments.of(LoginProblem.SESSION_ENDED, 403),
                Arguments.of(LoginProblem.SESSION_ENDED_AT_PSC, 403),
                Arguments.of(LoginProblem.LOGIN_NOT_WAITING, 400),
                Arguments.of(LoginProblem.TOO_MANY_ATTEMPTS, 429),
                Arguments.of(LoginProblem.PSC_UNAVAILABLE, 503),
                Arguments.of(LoginProblem.ID_TOKEN_REJECTED, 502),
                Arguments.of(LoginProblem.SESSION_LOCKED, 500),
                Arguments.of(NationalIdProblem.values()[0], 500));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void a_page_tells_whose_turn_it_is_by_its_status(Problem problem, int status) {
        assertEquals(status, WebLogin.statusOf(problem));
    }
}
