package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Professional.Match;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The claims of an ID token that we use: OpenID Connect Core 1.0, section 2, and PSC's own. The claims that are not
 * optional here may still be null: whoever verifies says so. Times are in seconds.
 *
 * @param kind {@code typ}: Keycloak writes {@code ID}, and {@code Bearer} or {@code Logout} into tokens of other use
 * @param psiId since 2026
 * @param username the national identifier as well, until names became technical in 2026
 */
public record IdTokenClaims(
        @JsonProperty("iss") @Nullable String issuer,
        @JsonProperty("sub") @Nullable String subject,
        @JsonProperty("aud") @Nullable List<String> audience,
        @JsonProperty("azp") Optional<String> authorizedParty,
        @JsonProperty("exp") @Nullable Long expiresAt,
        @JsonProperty("iat") @Nullable Long issuedAt,
        @JsonProperty("nbf") Optional<Long> notBefore,
        @JsonProperty("auth_time") Optional<Long> authenticatedAt,
        @JsonProperty("nonce") Optional<String> nonce,
        @JsonProperty("at_hash") Optional<String> accessTokenHash,
        @JsonProperty("acr") Optional<String> acr,
        @JsonProperty("typ") Optional<String> kind,
        @JsonProperty("session_state") Optional<String> sessionState,
        @JsonProperty("sid") Optional<String> sid,
        @JsonProperty("authMode") @Nullable JsonNode means,
        @JsonProperty("SubjectNameID") Optional<String> nationalId,
        @JsonProperty("PSISubjectNameID") Optional<String> psiId,
        @JsonProperty("preferred_username") Optional<String> username) {
    public static IdTokenClaims read(byte[] json) throws UnreadableJsonException {
        return RelyingPartyJson.read(RelyingPartyJson.STRICT, json, IdTokenClaims.class);
    }

    /** The means; one that is no text is none, since no check needs it. */
    public Optional<String> authMode() {
        return Optional.ofNullable(means).map(JsonNode::textValue);
    }

    /**
     * Whether signed claims apart from {@code sub}, which is a technical name, name that person, by {@link
     * Professional#match}; empty where they name nobody. A claim that cannot be a national identifier is nobody's. A
     * PSI account that UserInfo does not tell is not compared.
     */
    public Optional<Match> match(Professional person) {
        // A claim without text names nobody. Since 2026 a user name may be technical, and names nobody either.
        var main = nationalId.filter(name -> !name.isBlank());
        var psi = psiId.filter(name -> main.isEmpty() && !name.isBlank() && hasPsiId(person));
        var named = Stream.of(main, username.filter(IdTokenClaims::isOfARegister), psi)
                .flatMap(Optional::stream)
                .map(IdTokenClaims::idOf)
                .toList();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                named.contains(Optional.<NationalId>empty())
                        ? Match.OTHER
                        : person.match(named.stream().flatMap(Optional::stream).toList()));
    }

    public boolean contradicts(Professional person) {
        return match(person).filter(match -> match != Match.SAME).isPresent();
    }

    private static boolean hasPsiId(Professional person) {
        return person.identifiers().stream().anyMatch(id -> id.kind() == NationalId.Kind.PSI);
    }

    private static boolean isOfARegister(String name) {
        return idOf(name)
                .filter(id -> id.kind() != NationalId.Kind.UNKNOWN && id.kind() != NationalId.Kind.PSI)
                .isPresent();
    }

    static Optional<NationalId> idOf(String name) {
        try {
            return Optional.of(new NationalId(name));
        } catch (IllegalArgumentException e) {
            // Not echoed and not kept: it might be anybody's.
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "IdTokenClaims[]";
    }
}
