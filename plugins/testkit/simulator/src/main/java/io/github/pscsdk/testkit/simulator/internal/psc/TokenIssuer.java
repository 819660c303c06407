package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.Behaviour;
import io.github.pscsdk.testkit.persona.internal.json.JsonObjectBuilder;
import io.github.pscsdk.testkit.simulator.internal.http.Simulation;
import io.github.pscsdk.testkit.simulator.internal.model.CardAcr;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.model.Drift;
import io.github.pscsdk.testkit.simulator.internal.model.TokenDefect;
import io.github.pscsdk.testkit.simulator.internal.psc.session.IssuedToken;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Realm;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Session;
import io.github.pscsdk.testkit.simulator.internal.psc.session.SigningKey;
import io.github.pscsdk.testkit.simulator.internal.psc.session.TokenDefects;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Makes the tokens of a session, and the answer of the token endpoint that holds them. */
record TokenIssuer(Realm realm) {
    /**
     * The grants, each with the prefix that Keycloak 26 gives the {@code jti} of its access tokens: session online,
     * token regular, and the grant.
     */
    enum Grant {
        CODE("onrtac:"),
        BACKCHANNEL("onrtci:"),
        REFRESH("onrtrt:");

        private final String prefix;

        Grant(String prefix) {
            this.prefix = prefix;
        }
    }

    /** A new set of tokens, with the nonce of the login request that it answers. Counts as activity of the session. */
    JsonObjectBuilder issue(Session session, Grant grant, Optional<String> nonce) {
        var now = realm.simulation().now();
        session.realm().touch(now);
        var accessToken = accessToken(session, grant, nonce, now);
        var refreshToken = refreshToken(session, now);
        return new JsonObjectBuilder()
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
                .with("scope", LoginRequestRules.SCOPE);
    }

    private IssuedToken accessToken(Session session, Grant grant, Optional<String> nonce, Instant now) {
        var isOf2026 = session.isOf2026();
        var id = (isOf2026 ? grant.prefix : "") + UUID.randomUUID();
        var expiresAt = end(session, now.plusSeconds(isOf2026 ? 120 : 60));
        var claims = claims(session, IssuedToken.Kind.ACCESS.typ(), id, now, expiresAt);
        if (isOf2026) {
            session.named(claims.with("nonce", nonce).with("acr", acr(session)).with("sid", session.id()))
                    .with("authMode", session.authMode())
                    .with("auth_level", "1")
                    .withObjects("otherIds", session.otherIds())
                    .with("PSISubjectNameID", session.psiSubjectNameId())
                    .with("scope", LoginRequestRules.SCOPE);
        } else {
            claims.with("session_state", session.id())
                    .with("nonce", "")
                    .withTwin("acr", "1")
                    .with("acr", "eidas3")
                    .with("email_verified", false)
                    .with("scope", "openid profile email scope_all");
        }
        claims.with("preferred_username", session.nationalId());
        var value = realm.keys().active().sign(TokenDefects.withoutMissing(claims, session.dials()));
        var token = new IssuedToken(IssuedToken.Kind.ACCESS, value, id, session, nonce, now, expiresAt);
        realm.tokens().add(token);
        return token;
    }

    private IssuedToken refreshToken(Session session, Instant now) {
        var expiresAt = end(session, now.plus(Simulation.REFRESH_TOKEN));
        var token = new IssuedToken(
                IssuedToken.Kind.REFRESH,
                realm.simulation().journal().drawSecret(),
                UUID.randomUUID().toString(),
                session,
                Optional.empty(),
                now,
                expiresAt);
        realm.tokens().add(token);
        return token;
    }

    private String idToken(Session session, Optional<String> nonce, String accessToken, Instant now) {
        var skew = session.behaviour() == Behaviour.CLOCK_AHEAD ? Duration.ofHours(1) : Duration.ZERO;
        var expiresAt = end(session, now.plus(Simulation.ID_TOKEN));
        var person = session.person();
        var id = UUID.randomUUID().toString();
        var claims = session.named(claims(session, "ID", id, now.plus(skew), expiresAt.plus(skew)))
                .with("aud", session.client().id())
                .with("nonce", nonce)
                .with("session_state", session.isOf2026() ? Optional.empty() : Optional.of(session.id()))
                .with("at_hash", SigningKey.leftHalfHash(accessToken))
                .with("sid", session.id())
                .with("authMode", session.authMode())
                .with("acr", acr(session))
                .with("preferred_username", session.nationalId())
                .with("given_name", person.givenName())
                .with("family_name", person.persona().familyName());
        var value = TokenDefects.sign(
                TokenDefects.withoutMissing(claims, session.dials()), defect(session), realm.issuer(), realm.keys());
        realm.tokens().addIdToken(value, session);
        return value;
    }

    /** The defect of ID tokens: the dialled one, or else that of the session's behaviour. */
    private static Optional<TokenDefect> defect(Session session) {
        return session.dials().value(Dial.TOKEN_DEFECT).or(() -> switch (session.behaviour()) {
            case SIGNED_BY_ANOTHER_KEY -> Optional.of(TokenDefect.WRONG_SIGNATURE);
            case SIGNED_UNDER_UNKNOWN_KID -> Optional.of(TokenDefect.UNKNOWN_KID);
            default -> Optional.empty();
        });
    }

    /** The level that an ID token states (pro-sante-connect, section 4.5). */
    static String acr(Session session) {
        var dials = session.dials();
        if (dials.is(Dial.DRIFT, Drift.NEW_ACR)) {
            return "eidas4";
        }
        if (!session.authMode().equals("CARD")) {
            return LoginRequestRules.ACR;
        }
        var usual = session.isOf2026() ? CardAcr.EIDAS2 : CardAcr.EIDAS1;
        return dials.value(Dial.CARD_ACR).orElse(usual).name().toLowerCase(Locale.ROOT);
    }

    /** No token is to outlive the session, as at Keycloak: its last tokens live for less than their usual time. */
    private static Instant end(Session session, Instant wanted) {
        var limit = session.realm().limit();
        return wanted.isBefore(limit) ? wanted : limit;
    }

    /** The claims of all tokens and of their introspection. */
    JsonObjectBuilder claims(Session session, String type, String id, Instant issuedAt, Instant expiresAt) {
        return new JsonObjectBuilder()
                .with("exp", expiresAt.getEpochSecond())
                .with("iat", issuedAt.getEpochSecond())
                .with("auth_time", session.authTime().getEpochSecond())
                .with("jti", id)
                .with("iss", realm.issuer())
                .with("sub", session.sub())
                .with("typ", type)
                .with("azp", session.client().id());
    }
}
