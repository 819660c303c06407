package io.github.pscsdk.relyingparty.internal.oidc;

import static io.github.pscsdk.relyingparty.internal.oidc.IdTokenVerifier.rejected;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules that the claims of an ID token must pass; numbers in comments are of OpenID Connect Core 1.0, section 3.1.3.7. */
public final class IdTokenRules {
    private static final Logger log = LoggerFactory.getLogger(IdTokenRules.class);

    // A token is made for the login at hand. PSC's live two minutes; ten leave room for a slow answer.
    private static final Duration MAX_AGE = Duration.ofMinutes(10);
    // Keycloak's claim "typ" of access, refresh, offline and logout tokens. ID tokens say "ID", or nothing.
    private static final Set<String> OTHER_KINDS = Set.of("Bearer", "Refresh", "Offline", "Logout");

    private final String issuer;
    private final String clientId;
    private final Set<String> acceptedAcr;
    private final long leeway;
    private final Clock clock;

    public IdTokenRules(String issuer, String clientId, Set<String> acceptedAcr, Duration leeway, Clock clock) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.acceptedAcr = acceptedAcr;
        this.leeway = leeway.toSeconds();
        this.clock = clock;
    }

    void check(IdTokenClaims claims, String algorithm, String accessToken, Optional<String> nonce) throws PscException {
        demand(issuer.equals(claims.issuer()), "another issuer made it"); // 2
        demand(claims.audience() != null && claims.audience().contains(clientId), "it is for another client"); // 3
        checkAuthorizedParty(claims);
        demand(claims.subject() != null && !claims.subject().isBlank(), "it names nobody");
        demand(claims.kind().isEmpty() || !OTHER_KINDS.contains(claims.kind().get()), "it is a token of another kind");
        checkTimes(claims);
        if (nonce.isPresent()) {
            demand(nonce.equals(claims.nonce()), "its nonce is not the one sent"); // 11
        }
        if (claims.accessTokenHash().isPresent()) {
            var hash = AccessTokenHash.of(accessToken, algorithm);
            demand(hash.equals(claims.accessTokenHash().get()), "it belongs to another access token"); // 3.1.3.8
        }
        checkAcr(claims.acr());
    }

    private void checkAuthorizedParty(IdTokenClaims claims) throws PscException {
        var party = claims.authorizedParty();
        demand(
                claims.audience().size() == 1 || party.isPresent(),
                "it is for several and names no authorized party"); // 4
        demand(party.isEmpty() || party.get().equals(clientId), "another client is its authorized party"); // 5
    }

    private void checkTimes(IdTokenClaims claims) throws PscException {
        var now = clock.instant().getEpochSecond();
        demand(claims.expiresAt() != null && claims.issuedAt() != null, "it lacks exp or iat");
        demand(now - leeway < claims.expiresAt(), "it has expired"); // 9
        demand(claims.issuedAt() <= now + leeway, "it was made in the future"); // 10
        demand(claims.issuedAt() >= now - leeway - MAX_AGE.toSeconds(), "it was made too long ago"); // 10
        var authenticatedAt = claims.authenticatedAt().orElse(claims.issuedAt());
        demand(authenticatedAt > 0 && authenticatedAt <= now + leeway, "its auth_time cannot be"); // 13
    }

    private void checkAcr(Optional<String> acr) throws PscException {
        if (acr.isEmpty()) {
            log.warn("an ID token states no level of assurance (acr); PSC was seen to state one");
            return;
        }
        demand(acceptedAcr.contains(acr.get()), "its level of assurance is not accepted"); // 12
    }

    private static void demand(boolean holds, String otherwise) throws PscException {
        if (!holds) {
            throw rejected(otherwise);
        }
    }
}
