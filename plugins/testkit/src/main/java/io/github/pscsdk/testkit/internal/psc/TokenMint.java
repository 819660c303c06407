package io.github.pscsdk.testkit.internal.psc;

import io.github.pscsdk.testkit.Dial;
import io.github.pscsdk.testkit.TokenProfile;
import io.github.pscsdk.testkit.internal.jose.KeyRing;
import io.github.pscsdk.testkit.internal.jose.SigningKey;
import io.github.pscsdk.testkit.internal.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes the tokens of a session, and the answer of the token endpoint that carries them. */
final class TokenMint {
    private final String issuer;
    private final KeyRing keys;
    private final TokenVault vault;
    private final Timing timing;

    TokenMint(String issuer, KeyRing keys, TokenVault vault, Timing timing) {
        this.issuer = issuer;
        this.keys = keys;
        this.vault = vault;
        this.timing = timing;
    }

    /**
     * A fresh set of tokens; counts as activity of the session.
     *
     * @param nonce what the login request sent, if this is the answer to one
     */
    JsonObject issue(Session session, Optional<String> nonce) {
        var now = timing.now();
        session.touch(now);
        var accessToken = accessToken(session, nonce, now);
        var refreshToken = refreshToken(session, now);
        return new JsonObject()
                .with("access_token", accessToken.value())
                .with(
                        "expires_in",
                        Duration.between(now, accessToken.expiresAt()).toSeconds())
                .with(
                        "refresh_expires_in",
                        Duration.between(now, refreshToken.expiresAt()).toSeconds())
                .with("refresh_token", refreshToken.value())
                .with("token_type", "Bearer")
                .with("id_token", idToken(session, nonce, accessToken.value(), now))
                .with("not-before-policy", 0)
                .with("session_state", session.id())
                .with("scope", Rules.SCOPE);
    }

    private IssuedToken accessToken(Session session, Optional<String> nonce, Instant now) {
        var profile = session.dials().value(Dial.TOKEN_PROFILE).orElse(TokenProfile.CURRENT);
        var layout = AccessTokenLayout.of(profile);
        var id = UUID.randomUUID().toString();
        var expiresAt = now.plus(layout.life());
        var claims = times(session, now, expiresAt)
                .with("jti", id)
                .with("iss", issuer)
                .with("sub", session.sub())
                .with("typ", IssuedToken.Kind.ACCESS.typ())
                .with("azp", session.client().id())
                .with("session_state", session.id());
        var value = keys.active().sign(layout.complete(claims, session, nonce));
        var token = new IssuedToken(IssuedToken.Kind.ACCESS, value, id, session, now, expiresAt);
        vault.add(token);
        return token;
    }

    private IssuedToken refreshToken(Session session, Instant now) {
        var wanted = now.plus(timing.refreshToken());
        var expiresAt = wanted.isBefore(session.limit()) ? wanted : session.limit();
        var token = new IssuedToken(
                IssuedToken.Kind.REFRESH, Opaque.draw(), UUID.randomUUID().toString(), session, now, expiresAt);
        vault.add(token);
        return token;
    }

    private String idToken(Session session, Optional<String> nonce, String accessToken, Instant now) {
        var issuedAt = now.plus(
                session.dials().value(Dial.CLOCK_SKEW).orElse(session.proof().clockError()));
        var person = session.person();
        var claims = times(session, issuedAt, issuedAt.plus(timing.idToken()))
                .with("jti", UUID.randomUUID().toString())
                .with("iss", issuer)
                .with("aud", session.client().id())
                .with("sub", session.sub())
                .with("typ", "ID")
                .with("azp", session.client().id())
                .with("nonce", nonce)
                .with("session_state", session.id())
                .with("at_hash", SigningKey.leftHalfHash(accessToken))
                .with("sid", session.id())
                .with("authMode", session.authMode())
                .with("acr", IdTokenClaims.acr(session))
                .with("SubjectNameID", session.nationalId())
                .with("preferred_username", session.nationalId())
                .with("given_name", person.givenName())
                .with("family_name", person.persona().familyName());
        IdTokenClaims.spoil(claims, issuer, session);
        var value = switch (IdTokenClaims.signature(session)) {
            case PUBLISHED_KEY -> keys.active().sign(claims);
            case ANOTHER_KEY -> keys.signAsImpostor(claims);
            case UNPUBLISHED_KID -> keys.signAsStranger(claims);
        };
        vault.addIdToken(value, session);
        return value;
    }

    private static JsonObject times(Session session, Instant issuedAt, Instant expiresAt) {
        return new JsonObject()
                .with("exp", expiresAt.getEpochSecond())
                .with("iat", issuedAt.getEpochSecond())
                .with("auth_time", session.authTime().getEpochSecond());
    }
}
