package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.time.Instant;
import java.util.Optional;

/**
 * The session that is open.
 *
 * @param means the key of its name; empty where Pro Santé Connect does not say
 * @param end when it ends at the latest, on the clocks of metropolitan France
 * @param instant the same moment
 */
public record SessionCard(Optional<String> means, String end, Instant instant) {
    /** In the reader's language. */
    public static SessionCard of(PscSession session, Language language) {
        return new SessionCard(
                session.means().map(SessionCard::key),
                DateFormats.time(session.expiresAt(), language),
                session.expiresAt());
    }

    private static String key(Means means) {
        return switch (means.name()) {
            case "CARD" -> "means.card";
            case "MOBILE" -> "means.mobile";
            case "IDENTITY_BROKER" -> "means.organisation";
            case "WEBAUTHN" -> "means.webauthn";
            default -> "means.other";
        };
    }
}
