package io.github.pscsdk.testkit.simulator.internal.psc.token;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Session;
import io.github.pscsdk.testkit.simulator.internal.psc.session.TokenDefects;

/** The UserInfo document of a session, with the defects of its script. */
public final class UserInfo {
    private static final int HUGE = 2 * 1024 * 1024;

    private UserInfo() {}

    /** A new document. */
    public static JsonObject of(Session session) {
        return switch (session.defects().userInfo()) {
            case MATCHING -> document(session, session.sub());
            case OTHER_SUB -> document(session, session.sub() + "0");
            case HUGE -> document(session, session.sub()).with("padding", "x".repeat(HUGE));
        };
    }

    private static JsonObject document(Session session, String sub) {
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
