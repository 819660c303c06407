package io.github.pscsdk.testkit.simulator.internal.api;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.internal.jose.SigningKey;
import io.github.pscsdk.testkit.simulator.internal.jose.SigningKeys;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.model.TokenExchangeResponse;
import io.github.pscsdk.testkit.simulator.internal.psc.session.RandomValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes tokens of the API, with the API's own keys and subjects, and the response that holds them (pro-sante-connect, section 15.3). */
final class ApiTokenIssuer {
    static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    /** The lifetimes recorded at the conformity API of ANS (pro-sante-connect, section 4). */
    private static final Duration ACCESS = Duration.ofSeconds(14_400);

    private static final Duration REFRESH = Duration.ofSeconds(1800);

    private final String issuer;
    private final SigningKeys keys;
    private final Clock clock;

    ApiTokenIssuer(String issuer, SigningKeys keys, Clock clock) {
        this.issuer = issuer;
        this.keys = keys;
        this.clock = clock;
    }

    ApiToken accessToken(ApiSession session, Optional<String> certificateHash) {
        var claims = claims(session, "Bearer", ACCESS)
                .withTexts("aud", List.of(session.audience()))
                .with("scope", session.scope());
        certificateHash.ifPresent(hash -> claims.with("cnf", confirmation(hash)));
        var value = keys.active().sign(withPerson(claims, session));
        return token(ApiToken.Kind.ACCESS, value, session, certificateHash, ACCESS);
    }

    ApiToken refreshToken(ApiSession session, Optional<String> certificateHash) {
        return token(ApiToken.Kind.REFRESH, RandomValue.draw(), session, certificateHash, REFRESH);
    }

    private ApiToken token(
            ApiToken.Kind kind, String value, ApiSession session, Optional<String> certificateHash, Duration life) {
        var now = clock.instant();
        return new ApiToken(kind, value, session, session.psc().nationalId(), now, now.plus(life), certificateHash);
    }

    /** The response to an exchange or a refresh; by RFC 8693 without the refresh token. */
    JsonObject response(ApiToken access, ApiToken refresh) {
        var session = access.session();
        var response = new JsonObject()
                .with("access_token", access.value())
                .with("token_type", "Bearer")
                .with("expires_in", ACCESS.toSeconds())
                .with("scope", session.scope());
        if (session.psc().dials().is(Dial.API_RESPONSE, TokenExchangeResponse.RFC_8693)) {
            return response.with("issued_token_type", ACCESS_TOKEN);
        }
        return response.with("refresh_token", refresh.value())
                .with("refresh_expires_in", REFRESH.toSeconds())
                .with("id_token", idToken(session, access.value()))
                .with("not-before-policy", 0)
                .with("session_state", session.id());
    }

    /** Nobody logged in at this server: {@code auth_time} is 0. */
    private String idToken(ApiSession session, String accessToken) {
        var claims = claims(session, "ID", ACCESS)
                .with("aud", session.client().id())
                .with("auth_time", 0)
                .with("at_hash", SigningKey.leftHalfHash(accessToken));
        return keys.active().sign(withPerson(claims, session));
    }

    private JsonObject claims(ApiSession session, String type, Duration life) {
        var now = clock.instant();
        return new JsonObject()
                .with("exp", now.plus(life).getEpochSecond())
                .with("iat", now.getEpochSecond())
                .with("jti", UUID.randomUUID().toString())
                .with("iss", issuer)
                .with("sub", session.subject())
                .with("typ", type)
                .with("azp", session.client().id())
                .with("session_state", session.id());
    }

    private static JsonObject withPerson(JsonObject claims, ApiSession session) {
        var person = session.person();
        var familyName = person.persona().familyName();
        return claims.with("acr", "1")
                .with("SubjectNameID", session.psc().nationalId())
                .with("preferred_username", session.psc().nationalId())
                .with("name", person.givenName() + " " + familyName)
                .with("given_name", person.givenName())
                .with("family_name", familyName);
    }

    /** Padded Base64 of the hexadecimal SHA-256, unlike RFC 8705 §3.1 (pro-sante-connect, section 4.4). */
    static String certificateHash(X509Certificate certificate) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            var hex = HexFormat.of().formatHex(digest);
            return Base64.getEncoder().encodeToString(hex.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that TLS accepted cannot be hashed", e);
        }
    }

    static JsonObject confirmation(String certificateHash) {
        return new JsonObject().with("x5t#S256", certificateHash);
    }
}
