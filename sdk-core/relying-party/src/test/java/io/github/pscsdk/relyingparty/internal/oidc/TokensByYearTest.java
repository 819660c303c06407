package io.github.pscsdk.relyingparty.internal.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.OtherId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Professional.Match;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ID tokens of 2021 to 2026 as they were recorded or are told of: taken, or refused by a code. Each differs from that of 2022-10. */
class TokensByYearTest {
    private static final Professional PERSON = new Professional(
            new NationalId("899999100011"),
            "FICTIVE",
            List.of(),
            Optional.empty(),
            List.of(new OtherId("99999100011", "RPPS"), new OtherId("6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10", "PSI")),
            List.of());

    private static String token(String changes, String absent) throws Exception {
        var changed = JSONObjectUtils.parse(changes);
        return SignedTokens.with(claims -> {
            claims.putAll(changed);
            Optional.ofNullable(absent).stream()
                    .flatMap(names -> List.of(names.split(" ")).stream())
                    .forEach(claims::remove);
        });
    }

    private static String identity(IdTokenClaims claims) {
        return claims.match(PERSON).map(Match::name).orElse("nobody").toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2022-10, e-CPS                  | {} | | eidas1 MOBILE same",
                "2022, with names                | {\"preferred_username\":\"899999100011\",\"given_name\":\"A\",\"family_name\":\"F\"} | | eidas1 MOBILE same",
                "2023, card                      | {\"authMode\":\"CARD\",\"acr\":\"eidas3\"} | | eidas3 CARD same",
                "2023, card without the claim    | {\"authMode\":\"CARD\",\"acr\":\"eidas3\"} | SubjectNameID | eidas3 CARD nobody",
                "2023, of another client         | {} | acr authMode | none none same",
                "2024, nulls                     | {\"acr\":null,\"authMode\":null,\"SubjectNameID\":null,\"session_state\":null,\"sid\":null,\"preferred_username\":null} | | none none nobody",
                "2024, times as they may be      | {\"nbf\":0} | auth_time | eidas1 MOBILE same",
                "2024, audience as a list        | {\"aud\":[\"editeur-demo\"]} | | eidas1 MOBILE same",
                "2026, technical sub             | {\"sub\":\"6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10\",\"PSISubjectNameID\":\"\",\"auth_level\":\"1\"} | session_state | eidas1 MOBILE same",
                "2026, level as a number         | {\"auth_level\":1,\"PSISubjectNameID\":\"11111111-2222-4333-8444-555555555555\"} | | eidas1 MOBILE same",
                "2026, level as a list           | {\"auth_level\":[\"1\"],\"PSISubjectNameID\":null} | | eidas1 MOBILE same",
                "2026, no name of the session    | {} | session_state sid | eidas1 MOBILE same",
                "2026, card in production        | {\"acr\":\"eidas2\",\"authMode\":\"CARD\"} | session_state | eidas2 CARD same",
                "2026, hospital                  | {\"authMode\":\"IDENTITY_BROKER\"} | | eidas1 IDENTITY_BROKER same",
                "2026, FIDO                      | {\"authMode\":\"WEBAUTHN\"} | | eidas1 WEBAUTHN same",
                "2026, unknown means             | {\"authMode\":\"Biometry\"} | | eidas1 BIOMETRY same",
                "2026, means of no name          | {\"authMode\":\"<b>x y</b>\"} | | eidas1 OTHER same",
                "2026, means in a list           | {\"authMode\":[\"CARD\",\"MOBILE\"]} | | eidas1 none same",
                "2026, means as a number         | {\"authMode\":2} | | eidas1 none same",
                "2026, means as an object        | {\"authMode\":{\"a\":[1,{\"b\":2}]}} | | eidas1 none same",
                "2026, means empty               | {\"authMode\":\"\"} | | eidas1 none same",
                "2026, PSI identity of the person | {\"SubjectNameID\":\"6F0C2C0E-2f5b-4b0e-9a63-0d9f4f1f7a10\"} | | eidas1 MOBILE same",
                "2026, another PSI identity      | {\"SubjectNameID\":\"11111111-2222-4333-8444-555555555555\"} | | eidas1 MOBILE other",
                "2026, identity of no shape      | {\"SubjectNameID\":\"x y\"} | | eidas1 MOBILE other",
                "2026, identity empty            | {\"SubjectNameID\":\"\"} | | eidas1 MOBILE nobody",
                "2026, no identity               | {} | SubjectNameID preferred_username | eidas1 MOBILE nobody",
                "2026, technical user name       | {\"preferred_username\":\"11111111-2222-4333-8444-555555555555\"} | | eidas1 MOBILE same",
                "2026, user name of another      | {\"preferred_username\":\"899999100029\"} | | eidas1 MOBILE other",
                "2026, unknown claims            | {\"jti\":\"onrtac:1\",\"new\":{\"a\":[null]}} | | eidas1 MOBILE same",
            })
    void is_taken(String year, String changes, String absent, String told) throws Exception {
        var claims = Verifying.byDefault().verify(token(changes, absent));

        assertEquals(
                told,
                String.join(
                        " ",
                        claims.acr().orElse("none"),
                        claims.authMode().flatMap(Means::named).map(Means::name).orElse("none"),
                        identity(claims)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "an unknown level      | {\"acr\":\"eidas4\"} | | PSC-048",
                "a level of 2021       | {\"acr\":\"1\"} | | PSC-048",
                "an empty level        | {\"acr\":\"\"} | | PSC-048",
                "a level as a number   | {\"acr\":1} | | PSC-023",
                "a level in a list     | {\"acr\":[\"eidas1\"]} | | PSC-023",
                "an identity as a number | {\"SubjectNameID\":899999100011} | | PSC-023",
                "a user name in a list | {\"preferred_username\":[\"899999100011\"]} | | PSC-023",
                "a session as a number | {\"sid\":1} | | PSC-023",
                "no sub                | {} | sub | PSC-023",
                "sub as null           | {\"sub\":null} | | PSC-023",
                "sub as a number       | {\"sub\":1} | | PSC-023",
                "an access token       | {\"typ\":\"Bearer\",\"jti\":\"onrtac:1\"} | nonce | PSC-023",
                "no times              | {} | iat | PSC-023",
            })
    void is_refused_by_a_code(String what, String changes, String absent, String code) throws Exception {
        var token = token(changes, absent);

        var failure =
                assertThrows(PscException.class, () -> Verifying.byDefault().verify(token));

        assertEquals(code, failure.problem().code());
    }
}
