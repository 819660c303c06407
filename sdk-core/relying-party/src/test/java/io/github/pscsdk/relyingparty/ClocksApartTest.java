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
        "P1200DT30M, our clock is 1200 d slow",
        "PT5H30M30S, our clock is 5 h 30 min slow",
        "PT9M40S, our clock is 9 min",
        "P-40DT-30M, our clock is 40 d fast"
    })
    void the_refusal_of_a_login_says_by_how_much(Duration ahead, String words) {
        var theirs = Clock.offset(Clock.systemUTC(), ahead);
        try (var lab = Lab.with(simulator -> simulator.clock(theirs))) {
            var failure = assertThrows(PscException.class, lab::logIn);

            assertEquals(LoginProblem.ID_TOKEN_REJECTED, failure.problem());
            assertTrue(failure.getMessage().contains(words), failure::getMessage);
        }
    }

    @ParameterizedTest
    @CsvSource({"PT4M, true", "PT6M, false"})
    void so_far_apart_as_the_host_says_they_may_be(Duration ahead, boolean isAccepted) throws Exception {
        var theirs = Clock.offset(Clock.systemUTC(), ahead);
        try (var lab = Lab.with(simulator -> simulator.clock(theirs), party -> party.leeway(Duration.ofMinutes(5)))) {
            if (isAccepted) {
                assertEquals(Lab.PHARMACIST, lab.logIn().professional().nationalId());
            } else {
                assertThrows(PscException.class, lab::logIn);
            }
        }
    }
}
