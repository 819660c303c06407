package io.github.pscsdk.relyingparty.internal.oidc;

import static io.github.pscsdk.relyingparty.internal.async.Futures.checked;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.json.LogoutTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.oidc.Provider.KeySetCache;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Verifies logout tokens: OpenID Connect Back-Channel Logout 1.0, sections 2.4 and 2.6. A refusal is {@code
 * LOGOUT_TOKEN_REJECTED} and names the rule, never the value.
 */
public final class LogoutTokenVerifier {
    // Section 2.4 asks for the first; what PSC writes was not observed, and Keycloak wrote the second for years.
    private static final Set<String> TYPES = Set.of("logout+jwt", "application/logout+jwt", "jwt", "application/jwt");

    // Keycloak's claim "typ".
    private static final String KIND = "Logout";

    private final SignatureVerifier signatures;
    private final ExpectedTokens expected;
    private final Clock clock;

    /** @param expected that of ID tokens, as section 2.6 wants; there is no level of assurance here */
    public LogoutTokenVerifier(KeySetCache keys, ExpectedTokens expected, Clock clock) {
        this.signatures = new SignatureVerifier(keys, expected.algorithms(), TYPES, LoginProblem.LOGOUT_TOKEN_REJECTED);
        this.expected = expected;
        this.clock = clock;
    }

    public CompletableFuture<LogoutTokenClaims> verify(String logoutToken) {
        return signatures.verify(logoutToken).thenApply(checked(token -> {
            var claims = claims(token.payload());
            check(claims);
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

    private void check(LogoutTokenClaims claims) throws PscException {
        demand(expected.issuer().equals(claims.issuer()), "another issuer made it");
        expected.checkAudience(claims.audience(), LoginProblem.LOGOUT_TOKEN_REJECTED);
        expected.checkTimes(
                claims.expiresAt(),
                claims.issuedAt(),
                claims.notBefore(),
                clock.instant().getEpochSecond(),
                issuedAt -> "",
                LoginProblem.LOGOUT_TOKEN_REJECTED);
        demand(isFilled(claims.subject()) || isFilled(claims.sid()), "it names neither a session nor a person");
        demand(claims.isLogout(), "it is not about a logout");
        demand(!claims.hasNonce(), "it has a nonce, as ID tokens have");
        demand(isFilled(Optional.ofNullable(claims.id())), "it has no id of its own");
        demand(claims.kind().isEmpty() || claims.kind().get().equals(KIND), "it is a token of another kind");
    }

    private static boolean isFilled(Optional<String> claim) {
        return claim.filter(text -> !text.isBlank()).isPresent();
    }

    private static void demand(boolean holds, String otherwise) throws PscException {
        ExpectedTokens.demand(holds, otherwise, LoginProblem.LOGOUT_TOKEN_REJECTED);
    }
}
