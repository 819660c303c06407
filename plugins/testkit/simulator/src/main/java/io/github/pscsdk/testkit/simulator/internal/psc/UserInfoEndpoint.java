package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.JsonObjectBuilder;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Realm;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Session;
import io.github.pscsdk.testkit.simulator.internal.psc.session.TokenDefects;

/** Returns the UserInfo document for a valid access token (OpenID Connect Core §5.3, RFC 6750 §3). */
public record UserInfoEndpoint(Realm realm) implements Handler {
    private static final String CHALLENGE = "Bearer realm=\"esante-wallet\"";
    private static final int HUGE = 2 * 1024 * 1024;

    @Override
    public Reply answer(IncomingRequest request) {
        var presented = request.bearerToken();
        var challenge = presented.isEmpty() ? CHALLENGE : CHALLENGE + ", error=\"invalid_token\"";
        return presented
                .flatMap(realm.tokens()::liveAccessToken)
                .map(token -> Reply.json(200, document(token.session())))
                .orElseGet(() -> Reply.empty(401).withHeader("WWW-Authenticate", challenge));
    }

    public static JsonObjectBuilder document(Session session) {
        return switch (session.behaviour()) {
            case OTHER_SUB_IN_USERINFO -> document(session, session.sub() + "0");
            case HUGE_USERINFO -> document(session, session.sub()).with("padding", "x".repeat(HUGE));
            default -> document(session, session.sub());
        };
    }

    private static JsonObjectBuilder document(Session session, String sub) {
        var dials = session.dials();
        var document = session.person().userInfo(sub, session.authMode(), dials.value(Dial.USER_INFO));
        if (dials.value(Dial.IDENTITY).isPresent()) {
            session.named(document)
                    .with("preferred_username", session.nationalId())
                    .withObjects("otherIds", session.otherIds());
        }
        return TokenDefects.withoutMissing(document, dials);
    }
}
