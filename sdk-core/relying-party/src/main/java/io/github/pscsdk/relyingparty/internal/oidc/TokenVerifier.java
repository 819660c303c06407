package io.github.pscsdk.relyingparty.internal.oidc;

import static io.github.pscsdk.relyingparty.internal.async.Futures.checked;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.LogoutTokenClaims;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies the tokens that PSC signs: ID tokens by OpenID Connect Core 1.0, section 3.1.3.7, whose numbers stand in
 * comments, and logout tokens by Back-Channel Logout 1.0, sections 2.4 and 2.6. A refusal names the rule, never the
 * value: {@code ID_TOKEN_REJECTED}, {@code LEVEL_NOT_ACCEPTED} with a level of eIDAS, or {@code LOGOUT_TOKEN_REJECTED}.
 */
public final class TokenVerifier {
    private static final Logger log = LoggerFactory.getLogger(TokenVerifier.class);

    // RFC 8725, section 3.11: tokens of the same issuer made for another use have another type, or should.
    private static final Set<String> TYPES = Set.of("jwt", "application/jwt");

    // Section 2.4 asks for the first; what PSC writes was not observed, and Keycloak wrote the second for years.
    private static final Set<String> LOGOUT_TYPES =
            Set.of("logout+jwt", "application/logout+jwt", "jwt", "application/jwt");

    // Keycloak's claim "typ" of access, refresh, offline and logout tokens. ID tokens say "ID", or nothing.
    private static final Set<String> OTHER_KINDS = Set.of("Bearer", "Refresh", "Offline", "Logout");
    private static final String LOGOUT_KIND = "Logout";

    // Of a level that is not accepted a message repeats the form of PSC's alone: another one might be anything.
    private static final Pattern EIDAS = Pattern.compile("(?i)eidas[0-9]");

    // A token is made for the login at hand. PSC's live two minutes; ten leave room for a slow answer, and for a logout
    // that PSC reports once more (Back-Channel Logout 1.0, section 4, recommends two minutes at most).
    private static final Duration MAX_AGE = Duration.ofMinutes(10);

    private final SignatureVerifier signatures;
    private final SignatureVerifier logoutSignatures;
    private final Expected expected;
    private final Clock clock;

    /** @param algorithms asymmetric ones only; checked by the builder of the relying party */
    public record Expected(String issuer, String clientId, Set<String> algorithms, AcrPolicy acr, Duration leeway) {}

    public TokenVerifier(KeySetCache keys, Expected expected, Clock clock) {
        this.signatures = new SignatureVerifier(keys, expected.algorithms(), TYPES, LoginProblem.ID_TOKEN_REJECTED);
        this.logoutSignatures =
                new SignatureVerifier(keys, expected.algorithms(), LOGOUT_TYPES, LoginProblem.LOGOUT_TOKEN_REJECTED);
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
        return signatures.verify(idToken).thenApply(checked(token -> {
            try {
                return new Signed(IdTokenClaims.read(token.payload()), token.algorithm());
            } catch (UnreadableJsonException e) {
                throw new PscException(LoginProblem.ID_TOKEN_REJECTED, "its claims cannot be read", e);
            }
        }));
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
            checkAudience(claims.audience(), LoginProblem.ID_TOKEN_REJECTED);
            var party = claims.authorizedParty();
            demand(
                    party.isEmpty() || party.get().equals(expected.clientId()),
                    "another client is its authorized party"); // 5
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
            TokenVerifier.this.checkTimes(
                    claims.expiresAt(),
                    claims.issuedAt(),
                    claims.notBefore(),
                    now,
                    issuedAt -> clocks(issuedAt, now),
                    LoginProblem.ID_TOKEN_REJECTED);
            var authenticatedAt = claims.authenticatedAt().orElse(Objects.requireNonNull(claims.issuedAt()));
            demand(
                    authenticatedAt > 0
                            && authenticatedAt <= now + expected.leeway().toSeconds(),
                    "its auth_time cannot be"); // 13
        }
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
            var level = acr.map(text -> EIDAS.matcher(text).matches() ? text : "unknown")
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

    /** Expects what is expected of an ID token, as section 2.6 wants; there is no level of assurance here. */
    public CompletableFuture<LogoutTokenClaims> verifyLogout(String logoutToken) {
        return logoutSignatures.verify(logoutToken).thenApply(checked(token -> {
            try {
                var claims = LogoutTokenClaims.read(token.payload());
                checkLogout(claims);
                return claims;
            } catch (UnreadableJsonException e) {
                throw new PscException(LoginProblem.LOGOUT_TOKEN_REJECTED, "its claims cannot be read", e);
            }
        }));
    }

    private void checkLogout(LogoutTokenClaims claims) throws PscException {
        var refusal = LoginProblem.LOGOUT_TOKEN_REJECTED;
        demand(expected.issuer().equals(claims.issuer()), "another issuer made it", refusal);
        checkAudience(claims.audience(), refusal);
        checkTimes(
                claims.expiresAt(),
                claims.issuedAt(),
                claims.notBefore(),
                clock.instant().getEpochSecond(),
                issuedAt -> "",
                refusal);
        demand(
                isFilled(claims.subject()) || isFilled(claims.sid()),
                "it names neither a session nor a person",
                refusal);
        demand(claims.isLogout(), "it is not about a logout", refusal);
        demand(!claims.hasNonce(), "it has a nonce, as ID tokens have", refusal);
        demand(isFilled(Optional.ofNullable(claims.id())), "it has no id of its own", refusal);
        demand(
                claims.kind().isEmpty() || claims.kind().get().equals(LOGOUT_KIND),
                "it is a token of another kind",
                refusal);
    }

    private static boolean isFilled(Optional<String> claim) {
        return claim.filter(text -> !text.isBlank()).isPresent();
    }

    /**
     * Rule 3: a token for strangers may come from one of them. PSC was seen to name this client alone, so that rule 4,
     * on several audiences, has nothing to do.
     */
    private void checkAudience(@Nullable List<String> audience, LoginProblem refusal) throws PscException {
        if (audience == null || !audience.contains(expected.clientId())) {
            throw new PscException(refusal, "it is for another client");
        }
        demand(audience.stream().allMatch(expected.clientId()::equals), "it is for others as well", refusal);
    }

    /**
     * Rules 9 and 10, and RFC 7519, section 4.1.5; times are in seconds.
     *
     * @param clocks ends the messages, by {@code iat}
     */
    private void checkTimes(
            @Nullable Long expiresAt,
            @Nullable Long issuedAt,
            Optional<Long> notBefore,
            long now,
            LongFunction<String> clocks,
            LoginProblem refusal)
            throws PscException {
        if (expiresAt == null || issuedAt == null) {
            throw new PscException(refusal, "it lacks exp or iat");
        }
        demand(expiresAt <= Instant.MAX.getEpochSecond(), "its exp cannot be", refusal);
        var end = clocks.apply(issuedAt);
        var leeway = expected.leeway().toSeconds();
        demand(now - leeway < expiresAt, "it has expired" + end, refusal);
        demand(notBefore.orElse(now) <= now + leeway, "it is not valid yet" + end, refusal);
        demand(issuedAt <= now + leeway, "it was made in the future" + end, refusal);
        demand(issuedAt >= now - leeway - MAX_AGE.toSeconds(), "it was made too long ago" + end, refusal);
    }

    private static void demand(boolean holds, String otherwise) throws PscException {
        demand(holds, otherwise, LoginProblem.ID_TOKEN_REJECTED);
    }

    private static void demand(boolean holds, String otherwise, LoginProblem refusal) throws PscException {
        if (!holds) {
            throw new PscException(refusal, otherwise);
        }
    }
}
