package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The ID token of a login, which that of each refresh must repeat: OpenID Connect Core 1.0, section 12.2. A name that
 * changes within a session is another person.
 *
 * @param authenticatedAt {@code auth_time}, in seconds since 1970
 */
public record OriginalIdToken(
        String issuer, String subject, List<String> audience, Optional<Long> authenticatedAt, Optional<String> nonce) {
    /** Refuses what another version may have written without. */
    public OriginalIdToken {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(subject, "subject");
        audience = List.copyOf(audience);
    }

    public static OriginalIdToken of(IdTokenClaims claims) {
        return new OriginalIdToken(
                claims.issuer(), claims.subject(), claims.audience(), claims.authenticatedAt(), claims.nonce());
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
        if (authenticatedAt.isPresent() && claims.authenticatedAt().orElse(Long.MAX_VALUE) < authenticatedAt.get()) {
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
