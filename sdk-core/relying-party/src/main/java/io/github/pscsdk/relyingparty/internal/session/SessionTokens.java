package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tokens of a session: PSC's newest ones, and those for target APIs. Times are seconds since 1970.
 *
 * @param furtherSids of the ID tokens of refreshes, where they differ from that of the login
 * @param idToken the newest one: the hint at sign-out
 * @param refreshTokenUntil how long PSC takes the refresh token; empty where there is none, or where nobody knows
 * @param lease of the node that refreshes them; empty while none does
 */
public record SessionTokens(
        OriginalIdToken original,
        List<String> furtherSids,
        String idToken,
        String accessToken,
        long accessTokenUntil,
        Optional<String> refreshToken,
        Optional<Long> refreshTokenUntil,
        List<ForApi> forApis,
        Optional<Lease> lease) {
    // PSC's tokens live 120 s; a token that its server does not date is used at once and not kept.
    private static final Duration UNDATED = Duration.ofSeconds(30);

    /**
     * One node may send the refresh token, once.
     *
     * @param holder which attempt of which node
     * @param until when that node has finished, prolonged it, or died
     */
    record Lease(String holder, long until) {}

    /**
     * A token for one target API.
     *
     * @param audience which API, by the key of its authorization server
     * @param replacedAt when this took the place of a token that the API refused
     */
    public record ForApi(
            String audience,
            String token,
            long until,
            Optional<String> refreshToken,
            Optional<Long> refreshTokenUntil,
            Optional<Long> replacedAt) {
        Optional<String> refreshTokenAt(Instant now) {
            return refreshToken.filter(token -> refreshTokenUntil.orElse(Long.MAX_VALUE) > now.getEpochSecond());
        }

        /** The same while a node refreshes it, which alone has its refresh token. */
        ForApi withoutRefreshToken() {
            return new ForApi(audience, token, until, Optional.empty(), Optional.empty(), replacedAt);
        }

        boolean isSameAs(ForApi other) {
            return token.equals(other.token);
        }

        @Override
        public String toString() {
            return "ForApi[until " + until + "]";
        }
    }

    /** Refuses what another version may have written without. */
    public SessionTokens {
        Objects.requireNonNull(original, "original");
        furtherSids = List.copyOf(furtherSids);
        Objects.requireNonNull(idToken, "idToken");
        Objects.requireNonNull(accessToken, "accessToken");
        forApis = List.copyOf(forApis);
        lease = Objects.requireNonNullElse(lease, Optional.empty());
    }

    public static SessionTokens of(OriginalIdToken original, TokenAnswer answer, String idToken, Instant now) {
        return new SessionTokens(
                original,
                List.of(),
                idToken,
                answer.accessToken(),
                until(answer, now),
                answer.refreshToken(),
                refreshUntil(answer, now),
                List.of(),
                Optional.empty());
    }

    /** After a refresh, which ends its lease; new refresh and ID tokens take the place of the old. */
    public SessionTokens refreshed(TokenAnswer answer, Instant now) {
        return with(answer.idToken().orElse(idToken), answer.accessToken(), until(answer, now), answer, now);
    }

    /** After a refresh whose other tokens could not be checked: PSC may take the old refresh token no more. */
    public SessionTokens withRefreshTokenOf(TokenAnswer answer, Instant now) {
        return with(idToken, accessToken, accessTokenUntil, answer, now);
    }

    private SessionTokens with(String id, String access, long accessUntil, TokenAnswer answer, Instant now) {
        return new SessionTokens(
                original,
                furtherSids,
                id,
                access,
                accessUntil,
                answer.refreshToken().or(() -> refreshToken),
                refreshUntil(answer, now).or(() -> refreshTokenUntil),
                forApis,
                Optional.empty());
    }

    SessionTokens alsoNamed(String sid) {
        var all = Stream.concat(furtherSids.stream(), Stream.of(sid)).distinct().toList();
        return with(all, forApis, lease);
    }

    SessionTokens under(Optional<Lease> other) {
        return with(furtherSids, forApis, other);
    }

    private SessionTokens with(List<String> sids, List<ForApi> apis, Optional<Lease> leased) {
        return new SessionTokens(
                original, sids, idToken, accessToken, accessTokenUntil, refreshToken, refreshTokenUntil, apis, leased);
    }

    boolean isLeasedTo(String holder) {
        return lease.filter(known -> known.holder.equals(holder)).isPresent();
    }

    public SessionTokens with(ForApi token) {
        var all = new ArrayList<>(without(token.audience).forApis);
        all.add(token);
        return with(furtherSids, all, lease);
    }

    public SessionTokens without(String audience) {
        var others = forApis.stream()
                .filter(token -> !token.audience.equals(audience))
                .toList();
        return with(furtherSids, others, lease);
    }

    public Optional<ForApi> forApi(String audience) {
        return forApis.stream().filter(token -> token.audience.equals(audience)).findFirst();
    }

    private static long until(TokenAnswer answer, Instant now) {
        return now.plus(answer.lifetime(UNDATED)).getEpochSecond();
    }

    private static Optional<Long> refreshUntil(TokenAnswer answer, Instant now) {
        return answer.refreshToken()
                .map(token -> answer.refreshLifetime(PscProfile.REFRESH_TOKEN_LIFETIME))
                .map(lifetime -> now.plus(lifetime).getEpochSecond());
    }

    @Override
    public String toString() {
        return "SessionTokens[" + forApis.size() + " for APIs]";
    }

    /**
     * The ID token of a login, which that of each refresh must repeat: OpenID Connect Core 1.0, section 12.2. A name
     * that changes within a session is another person.
     *
     * @param authenticatedAt {@code auth_time}, in seconds since 1970
     */
    public record OriginalIdToken(
            String issuer,
            String subject,
            List<String> audience,
            Optional<Long> authenticatedAt,
            Optional<String> nonce) {
        /** Refuses what another version may have written without. */
        public OriginalIdToken {
            Objects.requireNonNull(issuer, "issuer");
            Objects.requireNonNull(subject, "subject");
            audience = List.copyOf(audience);
        }

        public static OriginalIdToken of(IdTokenClaims claims) {
            return new OriginalIdToken(
                    Objects.requireNonNull(claims.issuer(), "issuer"),
                    Objects.requireNonNull(claims.subject(), "subject"),
                    Objects.requireNonNull(claims.audience(), "audience"),
                    claims.authenticatedAt(),
                    claims.nonce());
        }

        /** Which claim of a refresh contradicts the login; empty if none does. A later {@code auth_time} does not. */
        Optional<String> contradictedBy(IdTokenClaims claims, Professional person) {
            if (!issuer.equals(claims.issuer())) {
                return Optional.of("iss");
            }
            if (!subject.equals(claims.subject())) {
                return Optional.of("sub");
            }
            if (claims.audience() == null || !Set.copyOf(audience).equals(Set.copyOf(claims.audience()))) {
                return Optional.of("aud");
            }
            if (authenticatedAt.isPresent()
                    && claims.authenticatedAt().orElse(Long.MAX_VALUE) < authenticatedAt.get()) {
                return Optional.of("auth_time");
            }
            if (claims.nonce().isPresent() && !claims.nonce().equals(nonce)) {
                return Optional.of("nonce");
            }
            return claims.contradicts(person) ? Optional.of("the name of the professional") : Optional.empty();
        }

        @Override
        public String toString() {
            return "OriginalIdToken[]";
        }
    }
}
