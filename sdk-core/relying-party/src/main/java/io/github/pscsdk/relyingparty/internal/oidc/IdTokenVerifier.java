package io.github.pscsdk.relyingparty.internal.oidc;

import static io.github.pscsdk.relyingparty.internal.async.Steps.step;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.UnreadableJsonException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Verifies ID tokens: OpenID Connect Core 1.0, section 3.1.3.7. Every refusal is {@code ID_TOKEN_REJECTED} and names the
 * rule, never the value.
 */
public final class IdTokenVerifier {
    // RFC 9068 and OpenID Connect Back-Channel Logout 1.0: tokens of the same issuer made for another use.
    private static final Set<String> OTHER_TYPES = Set.of("at+jwt", "application/at+jwt", "logout+jwt");

    private final SignatureVerifier signatures;
    private final IdTokenRules rules;

    /** @param algorithms asymmetric ones only; checked by the builder of the relying party */
    public IdTokenVerifier(Provider provider, Set<String> algorithms, IdTokenRules rules) {
        this(provider.keys(), algorithms, rules);
    }

    IdTokenVerifier(KeySetCache keys, Set<String> algorithms, IdTokenRules rules) {
        this.signatures = new SignatureVerifier(
                keys, algorithms, type -> !OTHER_TYPES.contains(type), LoginProblem.ID_TOKEN_REJECTED);
        this.rules = rules;
    }

    /**
     * Verifies one.
     *
     * @param accessToken the one that came with it, for {@code at_hash}
     * @param nonce the one sent; where none was sent, none is looked at
     */
    public CompletableFuture<IdTokenClaims> verify(String idToken, String accessToken, Optional<String> nonce) {
        return signatures.verify(idToken).thenApply(step(token -> {
            var claims = claims(token.payload());
            rules.check(claims, token.algorithm(), accessToken, nonce);
            return claims;
        }));
    }

    private static IdTokenClaims claims(byte[] payload) throws PscException {
        try {
            return IdTokenClaims.read(payload);
        } catch (UnreadableJsonException e) {
            throw new PscException(LoginProblem.ID_TOKEN_REJECTED, "its claims cannot be read", e);
        }
    }

    static PscException rejected(String why) {
        return new PscException(LoginProblem.ID_TOKEN_REJECTED, why);
    }
}
