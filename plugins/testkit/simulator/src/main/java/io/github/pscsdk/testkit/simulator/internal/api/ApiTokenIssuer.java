package io.github.pscsdk.testkit.simulator.internal.api;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.internal.jose.SigningKeys;
import io.github.pscsdk.testkit.simulator.internal.psc.Session;
import io.github.pscsdk.testkit.simulator.internal.psc.UserInfo;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Makes tokens of the API, with the API's own key and subjects. */
final class ApiTokenIssuer {
    /** The lifetime recorded at the conformity API of ANS (pro-sante-connect, section 4). */
    static final Duration LIFETIME = Duration.ofSeconds(14_400);

    private final String issuer;
    private final SigningKeys keys;
    private final ApiTokens tokens;
    private final Clock clock;

    /**
     * The request of a client.
     *
     * @param clientId who asks
     * @param scope for what
     * @param audience of which API
     */
    record Request(String clientId, String scope, String audience) {}

    ApiTokenIssuer(String issuer, SigningKeys keys, ApiTokens tokens, Clock clock) {
        this.issuer = issuer;
        this.keys = keys;
        this.tokens = tokens;
        this.clock = clock;
    }

    ApiToken issue(Session session, Request request, Optional<String> certificateHash) {
        var now = clock.instant();
        var expiresAt = now.plus(LIFETIME);
        var person = session.person();
        var nationalId = spelt(session);
        var familyName = person.persona().familyName();
        var claims = new JsonObject()
                .with("exp", expiresAt.getEpochSecond())
                .with("iat", now.getEpochSecond())
                .with("jti", UUID.randomUUID().toString())
                .with("iss", issuer)
                .withTexts("aud", List.of(request.audience()))
                .with("sub", subject(session.nationalId()))
                .with("typ", "Bearer")
                .with("azp", request.clientId())
                .with("acr", "1")
                .with("scope", request.scope())
                .with("SubjectNameID", nationalId)
                .with("preferred_username", nationalId)
                .with("name", person.givenName() + " " + familyName)
                .with("given_name", person.givenName())
                .with("family_name", familyName);
        certificateHash.ifPresent(hash -> claims.with("cnf", CertificateHash.confirmation(hash)));
        var token = new ApiToken(
                keys.active().sign(claims),
                nationalId,
                request.clientId(),
                request.scope(),
                now,
                expiresAt,
                certificateHash,
                UserInfo.of(session));
        tokens.add(token);
        return token;
    }

    /** A server may spell the identifier otherwise than Pro Santé Connect (pro-sante-connect, section 6). */
    private static String spelt(Session session) {
        var nationalId = session.nationalId();
        return session.dials().value(Dial.API_LOWERCASES_ID).orElse(false)
                ? nationalId.toLowerCase(Locale.ROOT)
                : nationalId;
    }

    /** The same person has the same subject each time, and another one than at Pro Santé Connect. */
    private static String subject(String nationalId) {
        return UUID.nameUUIDFromBytes(("api:" + nationalId).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
