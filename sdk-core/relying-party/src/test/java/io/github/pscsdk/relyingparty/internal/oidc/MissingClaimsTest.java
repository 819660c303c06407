package io.github.pscsdk.relyingparty.internal.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import java.util.List;
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

    @Test
    void a_token_for_several_clients_names_us_as_its_authorized_party() throws Exception {
        var trusting = Verifying.trusting("another");
        var both = List.of("another", SignedTokens.CLIENT);
        trusting.accepts(SignedTokens.with(claims -> claims.put("aud", both)));
        trusting.rejects(
                SignedTokens.with(claims -> {
                    claims.put("aud", both);
                    claims.remove("azp");
                }),
                "it is for several and names no authorized party");
        trusting.rejects(
                SignedTokens.with(claims -> claims.put("azp", "another")), "another client is its authorized party");
        trusting.rejects(
                SignedTokens.with(claims -> claims.put("aud", List.of("another"))), "it is for another client");
        trusting.rejects(SignedTokens.with(claims -> claims.put("aud", List.of())), "it is for another client");
    }

    @ParameterizedTest
    @CsvSource({
        "iss, another issuer made it",
        "aud, it is for another client",
        "exp, it lacks exp or iat",
        "iat, it lacks exp or iat",
        "jti, it has no id of its own",
        "events, it is not about a logout"
    })
    void a_logout_token_without_a_claim_that_is_checked_is_refused(String claim, String why) {
        var claims = LogoutTokenTest.claims();
        claims.remove(claim);
        var token = SignedTokens.signed(claims);

        var refusal = assertThrows(
                PscException.class,
                () -> Futures.await(LogoutTokenTest.verifier().verify(token)));
        assertEquals("PSC-026 LOGOUT_TOKEN_REJECTED: " + why, refusal.getMessage());
    }
}
