package io.github.pscsdk.relyingparty.internal.oidc;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.json.LogoutTokenClaims;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The rules that the claims of a logout token must pass: OpenID Connect Back-Channel Logout 1.0, sections 2.4 and 2.6. */
public final class LogoutTokenRules {
    // Section 4 recommends two minutes at most; more leaves room for a provider that tries again.
    private static final Duration MAX_AGE = Duration.ofMinutes(10);
    // Keycloak's claim "typ".
    private static final String KIND = "Logout";

    private final String issuer;
    private final String clientId;
    private final long leeway;
    private final Clock clock;

    public LogoutTokenRules(String issuer, String clientId, Duration leeway, Clock clock) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.leeway = leeway.toSeconds();
        this.clock = clock;
    }

    void check(LogoutTokenClaims claims) throws PscException {
        demand(issuer.equals(claims.issuer()), "another issuer made it");
        demand(claims.audience() != null && claims.audience().contains(clientId), "it is for another client");
        checkTimes(claims);
        demand(isFilled(claims.subject()) || isFilled(claims.sid()), "it names neither a session nor a person");
        demand(claims.isLogout(), "it is not about a logout");
        demand(!claims.hasNonce(), "it has a nonce, as ID tokens have");
        demand(isFilled(Optional.ofNullable(claims.id())), "it has no id of its own");
        demand(claims.kind().isEmpty() || claims.kind().get().equals(KIND), "it is a token of another kind");
    }

    private void checkTimes(LogoutTokenClaims claims) throws PscException {
        var now = clock.instant().getEpochSecond();
        demand(claims.expiresAt() != null && claims.issuedAt() != null, "it lacks exp or iat");
        demand(now - leeway < claims.expiresAt(), "it has expired");
        demand(claims.issuedAt() <= now + leeway, "it was made in the future");
        demand(claims.issuedAt() >= now - leeway - MAX_AGE.toSeconds(), "it was made too long ago");
    }

    private static boolean isFilled(Optional<String> claim) {
        return claim.filter(text -> !text.isBlank()).isPresent();
    }

    private static void demand(boolean holds, String otherwise) throws PscException {
        if (!holds) {
            throw new PscException(LoginProblem.LOGOUT_TOKEN_REJECTED, otherwise);
        }
    }
}
