package io.github.pscsdk.relyingparty.internal.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the one answer of PSC is called, by what was asked and where. */
class UnknownProfessionalTest {
    private static final PscException UNKNOWN = new PscException(LoginProblem.UNKNOWN_PROFESSIONAL, "status 400");

    @ParameterizedTest
    @CsvSource({
        "PRODUCTION, ANS20221012094812, TEST_IDENTITY_IN_PRODUCTION",
        "PRODUCTION, ans20221012094812, TEST_IDENTITY_IN_PRODUCTION",
        "PRODUCTION, 899700075122, TEST_IDENTITY_IN_PRODUCTION",
        "SANDBOX, ANS20221012094812, UNKNOWN_PROFESSIONAL",
        "SIMULATOR, 899700075122, UNKNOWN_PROFESSIONAL",
        "CUSTOM, 899700075122, UNKNOWN_PROFESSIONAL",
        "PRODUCTION, 0759900001, UNKNOWN_ADELI_NUMBER",
        "SANDBOX, 02A9900001, UNKNOWN_ADELI_NUMBER",
        "PRODUCTION, 899999100086, UNKNOWN_PROFESSIONAL",
        "PRODUCTION, 3750000001/EMP00001, UNKNOWN_PROFESSIONAL",
        "PRODUCTION, 07599000011, UNKNOWN_PROFESSIONAL"
    })
    void the_shape_of_the_identifier_tells_what_else_may_help(Environment where, String asked, LoginProblem problem) {
        assertEquals(
                problem,
                OAuthErrors.named(UNKNOWN, new NationalId(asked), where).problem());
    }

    @Test
    void what_psc_said_of_a_known_person_stays_as_it_is() {
        var refused = new PscException(LoginProblem.REFUSED, "status 403");

        assertSame(refused, OAuthErrors.named(refused, new NationalId("0759900001"), Environment.PRODUCTION));
    }
}
