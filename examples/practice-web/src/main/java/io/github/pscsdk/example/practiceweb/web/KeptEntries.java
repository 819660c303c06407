package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.example.practiceweb.declaration.Entries;
import io.github.pscsdk.example.practiceweb.declaration.Prefilled;
import io.github.pscsdk.example.practiceweb.place.PlaceOfWork;
import io.github.pscsdk.example.practiceweb.store.StoreKey;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.relyingparty.SessionStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What was sent after the end of a session: kept for an hour, for the same person at the same place of work, where the
 * sessions are kept too. A session that is over cannot say whose it was, so that is noted while it lasts.
 */
@Component
final class KeptEntries {
    static final Duration LIFE = Duration.ofHours(1);

    private static final String OWNERS = "owner";
    private static final String ENTRIES = "entries";

    private final SessionStore store;
    private final Clock clock;

    KeptEntries(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Notes whose forms this session's are from now on. */
    void note(PscSession session, PlaceOfWork place) {
        put(
                StoreKey.of(OWNERS, session.id().value()),
                entriesOf(session, place),
                session.expiresAt().plus(LIFE));
    }

    /** Keeps what was sent with a session that is over, and tells whether anybody knows whose it is. */
    boolean keep(SessionId ended, Entries entries) {
        var owner = store.get(StoreKey.of(OWNERS, ended.value()));
        owner.ifPresent(key -> put(text(key), entries.toText(), clock.instant().plus(LIFE)));
        return owner.isPresent();
    }

    /** What waits for that person at that place. */
    Optional<Entries> find(PscSession session, PlaceOfWork place) {
        return store.get(entriesOf(session, place)).map(KeptEntries::text).map(Entries::ofText);
    }

    /** Forgets it: something newer was sent. */
    void drop(PscSession session, PlaceOfWork place) {
        store.remove(entriesOf(session, place));
    }

    private static String entriesOf(PscSession session, PlaceOfWork place) {
        // A place's own key means something in one session only: what the directory says of it tells places apart.
        return StoreKey.of(
                ENTRIES,
                session.professional().nationalId().value()
                        + place.practice().profession().code()
                        + Prefilled.from(place).toText());
    }

    private void put(String key, String text, Instant until) {
        store.put(key, text.getBytes(StandardCharsets.UTF_8), until);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
