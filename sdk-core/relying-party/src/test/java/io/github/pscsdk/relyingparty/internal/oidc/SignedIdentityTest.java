package io.github.pscsdk.relyingparty.internal.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.OtherId;
import io.github.pscsdk.api.Professional;
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

    private static SignedIdentity signed(String nationalId, String psiId, String username) throws Exception {
        var claims = "{\"sub\":\"s\"" + member("SubjectNameID", nationalId) + member("PSISubjectNameID", psiId)
                + member("preferred_username", username) + "}";
        return SignedIdentity.of(IdTokenClaims.read(claims.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "899999100011,,, true, false",
        "0999999999,,, true, false",
        "899999100029,,, false, true",
        "899999100011,,899999100011, true, false",
        "899999100011,,0999999999, true, false",
        "899999100011,,899999100029, false, true",
        "899999100029,,899999100011, false, true",
        "899999100011,,technical-name, true, false",
        "899999100029,,technical-name, false, true",
        ",,899999100011, true, false",
        ",,899999100029, false, true",
        ",,technical-name, false, false",
        ",,?, false, false",
        ",,, false, false",
        "' ',,, false, false",
        "' ',,899999100011, true, false",
        "?,,, false, true",
        "x,,899999100011, false, true"
    })
    void a_person_is_named_by_all_that_is_signed(
            String nationalId, String psiId, String username, boolean named, boolean contradicted) throws Exception {
        var signed = signed(nationalId, psiId, username);
        var doctor = person("899999100011");

        assertEquals(named, signed.names(doctor));
        assertEquals(contradicted, signed.contradicts(doctor));
    }

    @Test
    void an_account_of_pro_sante_identite_is_compared_only_with_who_is_known_by_one() throws Exception {
        var account = signed(null, PSI, null);

        assertEquals(true, account.names(person(PSI)));
        assertEquals(false, account.contradicts(person(PSI)));
        assertEquals(false, account.names(person(OTHER_PSI)));
        assertEquals(true, account.contradicts(person(OTHER_PSI)));
        assertEquals(false, account.names(person("899999100011")), "it names nobody there");
        assertEquals(false, account.contradicts(person("899999100011")));
        assertEquals(false, signed(null, " ", null).contradicts(person(PSI)));
    }

    @Test
    void beside_a_national_identifier_the_account_does_not_count() throws Exception {
        assertEquals(true, signed(PSI, OTHER_PSI, null).names(person(PSI)));
        assertEquals(true, signed(" ", OTHER_PSI, null).contradicts(person(PSI)));
    }

    @Test
    void it_prints_nobody() throws Exception {
        assertEquals("SignedIdentity[]", signed("899999100011", null, null).toString());
    }
}
