package io.github.pscsdk.relyingparty.internal.json;

import io.github.pscsdk.relyingparty.internal.json.Json.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.json.ObjectShape.Member;
import io.github.pscsdk.relyingparty.internal.json.ObjectShape.Value;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The claims of an ID token that we use: OpenID Connect Core 1.0, section 2, and PSC's own. Those that are not optional
 * here may still be null: whoever verifies says so.
 *
 * @param audience {@code aud}; PSC writes a plain string, the specification allows an array too
 * @param expiresAt {@code exp}, seconds
 * @param issuedAt {@code iat}, seconds
 * @param notBefore {@code nbf}, seconds
 * @param authenticatedAt {@code auth_time}, seconds
 * @param kind {@code typ}: Keycloak writes {@code ID}, and {@code Bearer} or {@code Logout} into tokens of other use
 * @param authMode the means; one that is no text is none, since no check needs it
 * @param nationalId {@code SubjectNameID}
 * @param psiId {@code PSISubjectNameID}, since 2026
 * @param username {@code preferred_username}: the national identifier as well, until names became technical in 2026
 */
public record IdTokenClaims(
        String issuer,
        String subject,
        List<String> audience,
        Optional<String> authorizedParty,
        Long expiresAt,
        Long issuedAt,
        Optional<Long> notBefore,
        Optional<Long> authenticatedAt,
        Optional<String> nonce,
        Optional<String> accessTokenHash,
        Optional<String> acr,
        Optional<String> kind,
        Optional<String> sessionState,
        Optional<String> sid,
        Optional<String> authMode,
        Optional<String> nationalId,
        Optional<String> psiId,
        Optional<String> username) {
    private static final ObjectShape<Claim> SHAPE = new ObjectShape<>(Claim.class);

    private enum Claim implements Member {
        ISSUER("iss", StrictValues::text),
        SUBJECT("sub", StrictValues::text),
        AUDIENCE("aud", StrictValues::texts),
        AUTHORIZED_PARTY("azp", StrictValues::text),
        EXPIRES_AT("exp", StrictValues::seconds),
        ISSUED_AT("iat", StrictValues::seconds),
        NOT_BEFORE("nbf", StrictValues::seconds),
        AUTHENTICATED_AT("auth_time", StrictValues::seconds),
        NONCE("nonce", StrictValues::text),
        ACCESS_TOKEN_HASH("at_hash", StrictValues::text),
        ACR("acr", StrictValues::text),
        KIND("typ", StrictValues::text),
        SESSION_STATE("session_state", StrictValues::text),
        SID("sid", StrictValues::text),
        AUTH_MODE("authMode", StrictValues::textOrNothing),
        NATIONAL_ID("SubjectNameID", StrictValues::text),
        PSI_ID("PSISubjectNameID", StrictValues::text),
        USERNAME("preferred_username", StrictValues::text);

        private final String json;
        private final Value value;

        Claim(String json, Value value) {
            this.json = json;
            this.value = value;
        }

        @Override
        public String json() {
            return json;
        }

        @Override
        public Value value() {
            return value;
        }
    }

    /** Reads the payload of a token whose signature was verified. */
    public static IdTokenClaims read(byte[] json) throws UnreadableJsonException {
        try (var parser = Json.parser(json)) {
            var read = SHAPE.readOnly(parser);
            return new IdTokenClaims(
                    read.text(Claim.ISSUER),
                    read.text(Claim.SUBJECT),
                    read.texts(Claim.AUDIENCE),
                    Optional.ofNullable(read.text(Claim.AUTHORIZED_PARTY)),
                    read.number(Claim.EXPIRES_AT),
                    read.number(Claim.ISSUED_AT),
                    Optional.ofNullable(read.number(Claim.NOT_BEFORE)),
                    Optional.ofNullable(read.number(Claim.AUTHENTICATED_AT)),
                    Optional.ofNullable(read.text(Claim.NONCE)),
                    Optional.ofNullable(read.text(Claim.ACCESS_TOKEN_HASH)),
                    Optional.ofNullable(read.text(Claim.ACR)),
                    Optional.ofNullable(read.text(Claim.KIND)),
                    Optional.ofNullable(read.text(Claim.SESSION_STATE)),
                    Optional.ofNullable(read.text(Claim.SID)),
                    Optional.ofNullable(read.text(Claim.AUTH_MODE)),
                    Optional.ofNullable(read.text(Claim.NATIONAL_ID)),
                    Optional.ofNullable(read.text(Claim.PSI_ID)),
                    Optional.ofNullable(read.text(Claim.USERNAME)));
        } catch (IOException | RuntimeException e) {
            // Of the second kind, too: numbers may be beyond what Java computes with.
            throw new UnreadableJsonException(IdTokenClaims.class, e);
        }
    }

    /** Prints no value: claims are personal data. */
    @Override
    public String toString() {
        return "IdTokenClaims[]";
    }
}
