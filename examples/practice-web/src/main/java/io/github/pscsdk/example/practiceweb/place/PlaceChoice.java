package io.github.pscsdk.example.practiceweb.place;

import io.github.pscsdk.example.practiceweb.store.StoreKey;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.SessionStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was chosen in each session. It is kept where the sessions are, so it is found by every node, and ends with them. */
@Component
public final class PlaceChoice {
    private final SessionStore store;

    PlaceChoice(SessionStore store) {
        this.store = store;
    }

    /** What was chosen in that session; whoever has one place only need not choose. */
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

    private static String key(SessionId session) {
        return StoreKey.of("place", session.value());
    }
}
