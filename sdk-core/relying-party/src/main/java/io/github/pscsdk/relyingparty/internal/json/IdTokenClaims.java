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

/**
 * The claims of an ID token that we use: OpenID Connect Core 1.0, section 2, and PSC's own. Those that are not optional
 * here may still be null: whoever verifies says so. Times are in seconds.
 *
 * @param kind {@code typ}: Keycloak writes {@code ID}, and {@code Bearer} or {@code Logout} into tokens of other use
 * @param psiId since 2026
 * @param username the national identifier as well, until names became technical in 2026
 */
public record IdTokenClaims(
        @JsonProperty("iss") String issuer,
        @JsonProperty("sub") String subject,
        @JsonProperty("aud") List<String> audience,
        @JsonProperty("azp") Optional<String> authorizedParty,
        @JsonProperty("exp") Long expiresAt,
        @JsonProperty("iat") Long issuedAt,
        @JsonProperty("nbf") Optional<Long> notBefore,
        @JsonProperty("auth_time") Optional<Long> authenticatedAt,
        @JsonProperty("nonce") Optional<String> nonce,
        @JsonProperty("at_hash") Optional<String> accessTokenHash,
        @JsonProperty("acr") Optional<String> acr,
        @JsonProperty("typ") Optional<String> kind,
        @JsonProperty("session_state") Optional<String> sessionState,
        @JsonProperty("sid") Optional<String> sid,
        @JsonProperty("authMode") JsonNode means,
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

    @Override
    public String toString() {
        return "IdTokenClaims[]";
    }

    /** Whom an ID token names in signed claims, apart from {@code sub}, which is a technical name. */
    public static final class SignedIdentity {
        private final List<String> names;
        private final Optional<String> psiId;

        private SignedIdentity(List<String> names, Optional<String> psiId) {
            this.names = names;
            this.psiId = psiId;
        }

        /** Of a verified token. A claim without text names nobody. */
        public static SignedIdentity of(IdTokenClaims claims) {
            // Since 2026 a user name may be a technical one, which names nobody here.
            var username = claims.username().filter(SignedIdentity::isOfARegister);
            var nationalId = claims.nationalId().filter(name -> !name.isBlank());
            return new SignedIdentity(
                    Stream.of(nationalId, username).flatMap(Optional::stream).toList(),
                    claims.psiId().filter(name -> nationalId.isEmpty() && !name.isBlank()));
        }

        /**
         * Whether it names that person, by {@link Professional#match}; empty where it names nobody. What cannot be a
         * national identifier is nobody's. A PSI account that UserInfo does not tell is not compared.
         */
        public Optional<Match> match(Professional person) {
            var named = Stream.concat(names.stream(), psiId.filter(name -> hasPsiId(person)).stream())
                    .map(SignedIdentity::nationalId)
                    .toList();
            if (named.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    named.contains(Optional.<NationalId>empty())
                            ? Match.OTHER
                            : person.match(
                                    named.stream().flatMap(Optional::stream).toList()));
        }

        public boolean contradicts(Professional person) {
            return match(person).filter(match -> match != Match.SAME).isPresent();
        }

        private static boolean hasPsiId(Professional person) {
            return person.identifiers().stream().anyMatch(id -> id.kind() == NationalId.Kind.PSI);
        }

        private static boolean isOfARegister(String name) {
            return nationalId(name)
                    .filter(id -> id.kind() != NationalId.Kind.UNKNOWN && id.kind() != NationalId.Kind.PSI)
                    .isPresent();
        }

        private static Optional<NationalId> nationalId(String name) {
            try {
                return Optional.of(new NationalId(name));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return "SignedIdentity[]";
        }
    }
}
