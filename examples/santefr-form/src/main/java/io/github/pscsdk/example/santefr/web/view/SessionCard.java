package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.relyingparty.PscSession;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The session that is open.
 *
 * @param means the key of card or e-CPS; empty where Pro Santé Connect does not say
 * @param end when it ends at the latest, on the clocks of metropolitan France
 * @param instant the same moment
 */
public record SessionCard(Optional<String> means, String end, Instant instant) {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    /** In the reader's language. */
    public static SessionCard of(PscSession session, Language language) {
        var pattern = DateTimeFormatter.ofPattern(Frame.texts(language).get("time.pattern"), language.locale());
        return new SessionCard(
                session.authMode().flatMap(SessionCard::means),
                pattern.format(session.expiresAt().atZone(FRANCE)),
                session.expiresAt());
    }

    private static Optional<String> means(String authMode) {
        return switch (authMode) {
            case "CARD" -> Optional.of("means.card");
            case "MOBILE" -> Optional.of("means.mobile");
            default -> Optional.empty();
        };
    }
}
