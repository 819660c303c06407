package io.github.pscsdk.relyingparty.internal.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A token that says less than it has to, or more than one thing. */
class MissingClaimsTest {
    private final Verifying idTokens = Verifying.byDefault();

    @ParameterizedTest
    @CsvSource({
        "iss, another issuer made it",
        "aud, it is for another client",
        "sub, it names nobody",
        "exp, it lacks exp or iat",
        "iat, it lacks exp or iat",
        "nonce, its nonce is not the one sent"
    })
    void an_id_token_without_a_claim_that_is_checked_is_refused(String claim, String why) {
        idTokens.rejects(SignedTokens.without(claim), why);
    }

    @ParameterizedTest
    @CsvSource({"azp", "at_hash", "typ", "auth_time", "acr", "SubjectNameID"})
    void an_id_token_without_a_claim_that_may_lack_is_taken(String claim) throws Exception {
        idTokens.accepts(SignedTokens.without(claim));
    }

    @Test
    void a_nonce_is_not_looked_at_where_none_was_sent() throws Exception {
        assertEquals(
                Optional.of("another"),
                idTokens.verify(SignedTokens.with(claims -> claims.put("nonce", "another")), Optional.empty())
                        .nonce());
    }
}
