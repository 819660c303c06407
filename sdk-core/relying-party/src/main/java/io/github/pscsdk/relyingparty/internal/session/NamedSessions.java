package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.relyingparty.internal.json.Json;
import io.github.pscsdk.relyingparty.internal.json.Json.UnreadableJsonException;
import io.github.pscsdk.sessionstore.SessionStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The names by which PSC reports that sessions are over: {@code sid} of one session, {@code sub} of one person. Each has one entry, with the sessions of that name and with its end, where
 * PSC has reported one; so of a login and a logout that come at once, on whatever nodes, one sees the other. An entry stays as long as a session could live.
 */
final class NamedSessions {
    private final SessionStore store;
    private final StoreKeys keys;
    private final Duration sessionLimit;
    private final Clock clock;

    NamedSessions(SessionStore store, StoreKeys keys, Duration sessionLimit, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.sessionLimit = sessionLimit;
        this.clock = clock;
    }

    /**
     * What a name stands for. Times are seconds since 1970.
     *
     * @param endedAt when PSC last reported an end
     * @param sessions that are not over yet, as far as is known
     */
    private record Named(Optional<Long> endedAt, List<Living> sessions) {
        Named {
            endedAt = Objects.requireNonNullElse(endedAt, Optional.empty());
            sessions = List.copyOf(Objects.requireNonNullElse(sessions, List.of()));
        }

        static Named read(Optional<byte[]> bytes) {
            try {
                return bytes.isEmpty() ? new Named(Optional.empty(), List.of()) : Json.read(bytes.get(), Named.class);
            } catch (UnreadableJsonException e) {
                // Another version wrote it: its sessions are as good as absent.
                return new Named(Optional.empty(), List.of());
            }
        }

        Named with(Living added, long now) {
            var all = new ArrayList<>(without(added.name, now).sessions);
            all.add(added);
            return new Named(endedAt, all);
        }

        Named without(String name, long now) {
            return new Named(
                    endedAt,
                    sessions.stream()
                            .filter(session -> session.until > now && !session.name.equals(name))
                            .toList());
        }

        boolean isNothing() {
            return endedAt.isEmpty() && sessions.isEmpty();
        }
    }

    /** @param name of the session in the store */
    private record Living(String name, long until) {}

    /**
     * Makes a session known by its names. It has to be in the store by then.
     *
     * @return whether PSC has reported its end
     */
    boolean add(String name, StoredSession session) {
        var sid = session.sessionState();
        return !sid.isBlank() && add(keys.sessionsOfSid(sid), name, session).isPresent() || addSubject(name, session);
    }

    /** The same for a {@code sub} that the session has not had before. */
    boolean addSubject(String name, StoredSession session) {
        return add(keys.sessionsOfSubject(session.tokens().subject()), name, session)
                .filter(endedAt -> session.openedAt() <= endedAt)
                .isPresent();
    }

    private Optional<Long> add(String key, String name, StoredSession session) {
        var now = clock.instant().getEpochSecond();
        var endedAt = new AtomicReference<Optional<Long>>();
        store.update(key, sessionLimit, before -> {
            var named = Named.read(before);
            endedAt.set(named.endedAt());
            return Optional.of(Json.write(named.with(new Living(name, session.expiresAt()), now)));
        });
        return endedAt.get();
    }

    /** Forgets a session that is over. */
    void remove(String name, StoredSession session) {
        remove(keys.sessionsOfSid(session.sessionState()), name);
        remove(keys.sessionsOfSubject(session.tokens().subject()), name);
    }

    private void remove(String key, String name) {
        var now = clock.instant().getEpochSecond();
        store.update(
                key,
                sessionLimit,
                before -> before.map(bytes -> Named.read(before).without(name, now))
                        .filter(named -> !named.isNothing())
                        .map(Json::write));
    }

    /**
     * Sessions that PSC has ended. Their name knows them until {@link #forget}, so that whoever is interrupted in between can begin anew.
     *
     * @param key of the name
     * @param sessions what they are called in the store
     */
    record Ended(String key, List<String> sessions) {}

    /** The session of that name at PSC has ended; one that is opened by that name from now on sees it. */
    Ended endSession(String sid) {
        return end(keys.sessionsOfSid(sid));
    }

    /** All sessions of that person that were opened until now have ended. */
    Ended endSessionsOf(String subject) {
        return end(keys.sessionsOfSubject(subject));
    }

    private Ended end(String key) {
        var endedAt = Optional.of(clock.instant().getEpochSecond());
        var before = store.update(
                key,
                sessionLimit,
                known -> Optional.of(
                        Json.write(new Named(endedAt, Named.read(known).sessions()))));
        return new Ended(
                key, Named.read(before).sessions().stream().map(Living::name).toList());
    }

    /** Forgets the sessions, which are no longer in the store, but not that they have ended. */
    void forget(Ended ended) {
        ended.sessions().forEach(name -> remove(ended.key(), name));
    }
}
