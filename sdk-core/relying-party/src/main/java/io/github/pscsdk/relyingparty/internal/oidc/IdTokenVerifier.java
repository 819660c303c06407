package io.github.pscsdk.relyingparty.internal.oidc;

import static io.github.pscsdk.relyingparty.internal.async.Futures.checked;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.oidc.Provider.KeySetCache;
import io.github.pscsdk.time.internal.ClockSkew;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies ID tokens: OpenID Connect Core 1.0, section 3.1.3.7, whose numbers stand in comments. A refusal names the
 * rule, never the value: {@code ID_TOKEN_REJECTED}, or {@code LEVEL_NOT_ACCEPTED} with the level.
 */
public final class IdTokenVerifier {
    private static final Logger log = LoggerFactory.getLogger(IdTokenVerifier.class);

    // RFC 8725, section 3.11: tokens of the same issuer made for another use have another type, or should.
    private static final Set<String> TYPES = Set.of("jwt", "application/jwt");

    // Keycloak's claim "typ" of access, refresh, offline and logout tokens. ID tokens say "ID", or nothing.
    private static final Set<String> OTHER_KINDS = Set.of("Bearer", "Refresh", "Offline", "Logout");

    private final SignatureVerifier signatures;
    private final ExpectedTokens expected;
    private final Clock clock;

    public IdTokenVerifier(KeySetCache keys, ExpectedTokens expected, Clock clock) {
        this.signatures = new SignatureVerifier(keys, expected.algorithms(), TYPES, LoginProblem.ID_TOKEN_REJECTED);
        this.expected = expected;
        this.clock = clock;
    }

    /**
     * @param accessToken the one that came with it, for {@code at_hash}
     * @param nonce the one sent; where none was sent, none is looked at
     */
    public CompletableFuture<IdTokenClaims> verify(String idToken, String accessToken, Optional<String> nonce) {
        return signed(idToken).thenApply(checked(token -> {
            token.check(accessToken, nonce);
            token.checkTimes();
            return token.claims();
        }));
    }

    /** The same in steps: fails where its signature does not hold, or cannot be checked. */
    public CompletableFuture<Signed> signed(String idToken) {
        return signatures
                .verify(idToken)
                .thenApply(checked(token -> new Signed(claims(token.payload()), token.algorithm())));
    }

    private static IdTokenClaims claims(byte[] payload) throws PscException {
        try {
            return IdTokenClaims.read(payload);
        } catch (UnreadableJsonException e) {
            throw new PscException(LoginProblem.ID_TOKEN_REJECTED, "its claims cannot be read", e);
        }
    }

    /** An ID token that PSC has signed; whether it is good for anything is another matter. */
    public final class Signed {
        private final IdTokenClaims claims;
        private final String algorithm;

        private Signed(IdTokenClaims claims, String algorithm) {
            this.claims = claims;
            this.algorithm = algorithm;
        }

        public IdTokenClaims claims() {
            return claims;
        }

        /** All but the times. */
        public void check(String accessToken, Optional<String> nonce) throws PscException {
            demand(expected.issuer().equals(claims.issuer()), "another issuer made it"); // 2
            expected.checkAudience(claims.audience(), LoginProblem.ID_TOKEN_REJECTED);
            checkAuthorizedParty(claims);
            demand(claims.subject() != null && !claims.subject().isBlank(), "it names nobody");
            demand(
                    claims.kind().isEmpty()
                            || !OTHER_KINDS.contains(claims.kind().get()),
                    "it is a token of another kind");
            if (nonce.isPresent()) {
                demand(nonce.equals(claims.nonce()), "its nonce is not the one sent"); // 11
            }
            if (claims.accessTokenHash().isPresent()) {
                demand(
                        hash(accessToken, algorithm)
                                .equals(claims.accessTokenHash().get()),
                        "it belongs to another access token"); // 3.1.3.8
            }
            checkAcr(claims.acr());
        }

        /** By our clock, which may be wrong. */
        public void checkTimes() throws PscException {
            var now = clock.instant().getEpochSecond();
            expected.checkTimes(
                    claims.expiresAt(),
                    claims.issuedAt(),
                    claims.notBefore(),
                    now,
                    issuedAt -> clocks(issuedAt, now),
                    LoginProblem.ID_TOKEN_REJECTED);
            var authenticatedAt = claims.authenticatedAt().orElse(claims.issuedAt());
            demand(
                    authenticatedAt > 0
                            && authenticatedAt <= now + expected.leeway().toSeconds(),
                    "its auth_time cannot be"); // 13
        }
    }

    private void checkAuthorizedParty(IdTokenClaims claims) throws PscException {
        var party = claims.authorizedParty();
        demand(
                party.isEmpty() || party.get().equals(expected.clientId()),
                "another client is its authorized party"); // 5
    }

    /** A token is made for the login at hand, so its {@code iat} is the time by PSC's clock. */
    private static String clocks(long issuedAt, long now) {
        if (issuedAt < 0 || issuedAt > Instant.MAX.getEpochSecond()) {
            return "";
        }
        var skew = new ClockSkew(Duration.ofSeconds(now - issuedAt));
        return skew.isNotable()
                ? "; by its iat, our clock is " + skew + " against that of Pro Santé Connect or its simulator"
                : "";
    }

    private void checkAcr(Optional<String> acr) throws PscException {
        if (!expected.acr().accepts(acr)) { // 12
            // A value that is no level is not repeated: it might be anything.
            var level = acr.map(text -> AcrPolicy.isLevel(text) ? text : "unreadable")
                    .orElse("none");
            var accepted = String.join(", ", new TreeSet<>(expected.acr().accepted()));
            throw new PscException(
                    LoginProblem.LEVEL_NOT_ACCEPTED,
                    "level of assurance: " + level + "; accepted: " + accepted,
                    Map.of("level", level, "accepted", accepted));
        }
        if (acr.isEmpty()) {
            log.warn("an ID token states no level of assurance (acr); PSC was seen to state one");
        }
    }

    /**
     * {@code at_hash}: the left half of the access token's digest, which the digits of the ID token's algorithm name.
     * OpenID Connect Core 1.0, section 3.1.3.6.
     */
    static String hash(String accessToken, String algorithm) {
        try {
            var digest = MessageDigest.getInstance("SHA-" + algorithm.substring(2))
                    .digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            var leftHalf = Arrays.copyOf(digest, digest.length / 2);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(leftHalf);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-2", e);
        }
    }

    private static void demand(boolean holds, String otherwise) throws PscException {
        ExpectedTokens.demand(holds, otherwise, LoginProblem.ID_TOKEN_REJECTED);
    }
}
