package io.github.pscsdk.testkit.simulator.internal.api;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.ApiResponse;
import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.internal.jose.MacKey;
import io.github.pscsdk.testkit.simulator.internal.jose.SigningKey;
import io.github.pscsdk.testkit.simulator.internal.jose.SigningKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Makes tokens of the API, with the API's own keys and subjects, and the response that holds them (pro-sante-connect, section 15.3). */
final class ApiTokenIssuer {
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    /** The lifetimes recorded at the conformity API of ANS (pro-sante-connect, section 4). */
    private static final Duration ACCESS = Duration.ofSeconds(14_400);

    private static final Duration REFRESH = Duration.ofSeconds(1800);

    private final String issuer;
    private final SigningKeys keys;
    private final MacKey refreshKey = new MacKey();
    private final ApiTokens tokens;
    private final Clock clock;

    ApiTokenIssuer(String issuer, SigningKeys keys, ApiTokens tokens, Clock clock) {
        this.issuer = issuer;
        this.keys = keys;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A new set of tokens. */
    JsonObject issue(ApiSession session, Optional<String> certificateHash) {
        var now = clock.instant();
        var access = accessToken(session, certificateHash, now);
        var response = new JsonObject()
                .with("access_token", access.value())
                .with("token_type", "Bearer")
                .with("expires_in", ACCESS.toSeconds())
                .with("scope", session.scope());
        if (isByTheBook(session)) {
            return response.with("issued_token_type", ACCESS_TOKEN);
        }
        return response.with("refresh_token", refreshToken(session, certificateHash, now))
                .with("refresh_expires_in", REFRESH.toSeconds())
                .with("id_token", idToken(session, access.value(), now))
                .with("not-before-policy", 0)
                .with("session_state", session.id());
    }

    private static boolean isByTheBook(ApiSession session) {
        return session.psc().dials().value(Dial.API_RESPONSE).equals(Optional.of(ApiResponse.RFC_8693));
    }

    private ApiToken accessToken(ApiSession session, Optional<String> certificateHash, Instant now) {
        var claims = claims(session, "Bearer", now, ACCESS)
                .withTexts("aud", List.of(session.audience()))
                .with("scope", session.scope());
        certificateHash.ifPresent(hash -> claims.with("cnf", CertificateHash.confirmation(hash)));
        return add(
                ApiToken.Kind.ACCESS,
                keys.active().sign(withPerson(claims, session)),
                session,
                certificateHash,
                now,
                ACCESS);
    }

    private String refreshToken(ApiSession session, Optional<String> certificateHash, Instant now) {
        var claims =
                claims(session, "Refresh", now, REFRESH).with("aud", issuer).with("scope", session.scope());
        return add(ApiToken.Kind.REFRESH, refreshKey.sign(claims), session, certificateHash, now, REFRESH)
                .value();
    }

    /** Nobody logged in at this server: {@code auth_time} is 0. */
    private String idToken(ApiSession session, String accessToken, Instant now) {
        var claims = claims(session, "ID", now, ACCESS)
                .with("aud", session.client().id())
                .with("auth_time", 0)
                .with("at_hash", SigningKey.leftHalfHash(accessToken));
        return keys.active().sign(withPerson(claims, session));
    }

    private ApiToken add(
            ApiToken.Kind kind,
            String value,
            ApiSession session,
            Optional<String> certificateHash,
            Instant now,
            Duration life) {
        var token = new ApiToken(kind, value, session, spelt(session), now, now.plus(life), certificateHash);
        tokens.add(token);
        return token;
    }

    private JsonObject claims(ApiSession session, String type, Instant now, Duration life) {
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
                .with("SubjectNameID", spelt(session))
                .with("preferred_username", spelt(session))
                .with("name", person.givenName() + " " + familyName)
                .with("given_name", person.givenName())
                .with("family_name", familyName);
    }

    /** A server may spell the identifier otherwise than Pro Santé Connect (pro-sante-connect, section 6). */
    private static String spelt(ApiSession session) {
        var nationalId = session.psc().nationalId();
        return session.psc().dials().value(Dial.API_LOWERCASES_ID).orElse(false)
                ? nationalId.toLowerCase(Locale.ROOT)
                : nationalId;
    }
}
