package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A simulator by another clock than ours, such as one that stands in 2030. */
class ClocksApartTest {
    @ParameterizedTest
    @CsvSource({
        "P1200DT30M, is 1200 d 0 h ahead of ours",
        "PT5H30M, is 0 d 5 h ahead of ours",
        "P-40DT-30M, is 40 d 0 h behind ours"
    })
    void the_refusal_of_a_login_says_by_how_much(Duration ahead, String words) {
        var theirs = Clock.offset(Clock.systemUTC(), ahead);
        try (var lab = Lab.with(simulator -> simulator.clock(theirs))) {
            var failure = assertThrows(PscException.class, lab::logIn);

            assertEquals(LoginProblem.ID_TOKEN_REJECTED, failure.problem());
            assertTrue(failure.getMessage().contains(words), failure::getMessage);
        }
    }
}
