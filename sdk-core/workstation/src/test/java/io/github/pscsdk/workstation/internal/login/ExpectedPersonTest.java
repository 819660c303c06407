package io.github.pscsdk.workstation.internal.login;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.OtherId;
import io.github.pscsdk.api.Professional;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the professional who logged in is the one who was named. */
class ExpectedPersonTest {
    private static final Professional DOCTOR = new Professional(
            new NationalId("899999100011"),
            "TEST",
            List.of(),
            Optional.empty(),
            List.of(new OtherId("0999999999", "ADELI")),
            List.of());

    private static ExpectedPerson expecting(String ids) {
        var expected = new ExpectedPerson();
        Arrays.stream(ids.split(" ")).map(NationalId::new).forEach(expected::mustBe);
        return expected;
    }

    @ParameterizedTest
    @CsvSource({
        "899999100011, true",
        "0999999999, true",
        "899999100011 0999999999, true",
        "0999999999 899999100011 899999100011, true",
        "899999100029, false",
        "899999100011 899999100029, false",
        "899999100029 899999100011, false",
        "899999100011 899999100029 0999999999, false"
    })
    void the_professional_must_be_known_as_each_whom_caller_and_device_named(String ids, boolean accepted) {
        if (accepted) {
            assertDoesNotThrow(() -> expecting(ids).check(DOCTOR));
        } else {
            var refusal = assertThrows(PscException.class, () -> expecting(ids).check(DOCTOR));
            assertEquals(LoginProblem.IDENTITY_MISMATCH, refusal.problem());
        }
        assertEquals(
                Arrays.stream(ids.split(" ")).map(NationalId::new).collect(Collectors.toSet()),
                expecting(ids).people());
    }

    @Test
    void anybody_may_log_in_where_nobody_was_named() {
        assertDoesNotThrow(() -> new ExpectedPerson().check(DOCTOR));
        assertEquals(Set.of(), new ExpectedPerson().people());
    }
}
