package io.github.pscsdk.relyingparty.internal.oidc;

import static io.github.pscsdk.relyingparty.internal.async.Steps.step;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.json.LogoutTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.UnreadableJsonException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Verifies logout tokens: OpenID Connect Back-Channel Logout 1.0, section 2.6. Every refusal is {@code
 * LOGOUT_TOKEN_REJECTED} and names the rule, never the value.
 */
public final class LogoutTokenVerifier {
    // Section 2.4 asks for the first; what PSC writes was not observed, and Keycloak wrote the second for years.
    private static final Set<String> TYPES = Set.of("logout+jwt", "jwt");

    private final SignatureVerifier signatures;
    private final LogoutTokenRules rules;

    /** @param algorithms those of ID tokens, as section 2.6 wants */
    public LogoutTokenVerifier(Provider provider, Set<String> algorithms, LogoutTokenRules rules) {
        this(provider.keys(), algorithms, rules);
    }

    LogoutTokenVerifier(KeySetCache keys, Set<String> algorithms, LogoutTokenRules rules) {
        this.signatures = new SignatureVerifier(keys, algorithms, TYPES::contains, LoginProblem.LOGOUT_TOKEN_REJECTED);
        this.rules = rules;
    }

    /** Verifies one; whether it was seen before is not looked at. */
    public CompletableFuture<LogoutTokenClaims> verify(String logoutToken) {
        return signatures.verify(logoutToken).thenApply(step(token -> {
            var claims = claims(token.payload());
            rules.check(claims);
            return claims;
        }));
    }

    private static LogoutTokenClaims claims(byte[] payload) throws PscException {
        try {
            return LogoutTokenClaims.read(payload);
        } catch (UnreadableJsonException e) {
            throw new PscException(LoginProblem.LOGOUT_TOKEN_REJECTED, "its claims cannot be read", e);
        }
    }
}
