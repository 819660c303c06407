package io.github.pscsdk.example.practiceweb.declaration;

import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.SessionStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The place chosen in each session. It is kept where the sessions are, so it is found by every node, and ends with
 * them.
 */
@Component
public record PlaceChoice(SessionStore store) {
    /** The place chosen in that session; a person with one place need not choose. */
    public Optional<PlaceOfWork> of(PscSession session) {
        var places = PlaceOfWork.of(session.professional());
        return places.size() == 1
                ? Optional.of(places.get(0))
                : store.find(key(session.id()))
                        .map(entry -> new String(entry.value(), StandardCharsets.UTF_8))
                        .flatMap(chosen -> find(session, chosen));
    }

    /** Chooses, and tells whether there is such a place. */
    public boolean choose(PscSession session, String key) {
        var place = find(session, key);
        place.ifPresent(found -> store.put(
                key(session.id()),
                found.key().getBytes(StandardCharsets.UTF_8),
                Duration.between(store.now(), session.expiresAt())));
        return place.isPresent();
    }

    private static Optional<PlaceOfWork> find(PscSession session, String key) {
        return PlaceOfWork.of(session.professional()).stream()
                .filter(place -> place.key().equals(key))
                .findFirst();
    }

    /** A reader of the store does not learn whose session it is. */
    private static String key(SessionId session) {
        try {
            var prefix = "practice-web/place/";
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest((prefix + session.value()).getBytes(StandardCharsets.UTF_8));
            return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
