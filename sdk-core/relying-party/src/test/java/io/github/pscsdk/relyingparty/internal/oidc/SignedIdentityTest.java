package io.github.pscsdk.relyingparty.internal.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.OtherId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Professional.Match;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom an ID token names. */
class SignedIdentityTest {
    private static final String PSI = "6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10";
    private static final String OTHER_PSI = "6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a11";

    private static Professional person(String nationalId) {
        return new Professional(
                new NationalId(nationalId),
                "TEST",
                List.of(),
                Optional.empty(),
                List.of(new OtherId("0999999999", "ADELI")),
                List.of());
    }

    private static String member(String name, String value) {
        return value == null ? "" : ",\"" + name + "\":\"" + value + "\"";
    }

    private static IdTokenClaims signed(String nationalId, String psiId, String username) throws Exception {
        var claims = "{\"sub\":\"s\"" + member("SubjectNameID", nationalId) + member("PSISubjectNameID", psiId)
                + member("preferred_username", username) + "}";
        return IdTokenClaims.read(claims.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "899999100011,,, SAME",
        "0999999999,,, SAME",
        "899999100029,,, OTHER",
        "899999100011,,899999100011, SAME",
        "899999100011,,0999999999, SAME",
        "899999100011,,899999100029, OTHER",
        "899999100029,,899999100011, OTHER",
        "0999999998,,, OTHER",
        "899999100011,,0999999998, OTHER",
        "899999100011,,technical-name, SAME",
        "899999100029,,technical-name, OTHER",
        ",,899999100011, SAME",
        ",,899999100029, OTHER",
        ",,technical-name,",
        ",,?,",
        ",,,",
        "' ',,,",
        "' ',,899999100011, SAME",
        "?,,, OTHER",
        "x,,899999100011, OTHER",
        "another-register,,, UNDECIDED",
        "another-register,,899999100011, SAME",
        "1234567891/77,,, UNDECIDED"
    })
    void a_person_is_named_by_all_that_is_signed(String nationalId, String psiId, String username, Match match)
            throws Exception {
        var signed = signed(nationalId, psiId, username);
        var doctor = person("899999100011");

        assertEquals(Optional.ofNullable(match), signed.match(doctor));
        assertEquals(match == Match.OTHER || match == Match.UNDECIDED, signed.contradicts(doctor));
    }

    @Test
    void an_account_of_pro_sante_identite_is_compared_only_with_who_is_known_by_one() throws Exception {
        var account = signed(null, PSI, null);

        assertEquals(Optional.of(Match.SAME), account.match(person(PSI)));
        assertEquals(Optional.of(Match.OTHER), account.match(person(OTHER_PSI)));
        assertEquals(Optional.empty(), account.match(person("899999100011")), "it names nobody there");
        assertEquals(Optional.empty(), signed(null, " ", null).match(person(PSI)));
    }

    @Test
    void beside_a_national_identifier_the_account_does_not_count() throws Exception {
        assertEquals(Optional.of(Match.SAME), signed(PSI, OTHER_PSI, null).match(person(PSI)));
        assertEquals(Optional.of(Match.OTHER), signed(" ", OTHER_PSI, null).match(person(PSI)));
    }
}
