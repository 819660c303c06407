package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.relyingparty.internal.json.Json;
import io.github.pscsdk.relyingparty.internal.json.Json.UnreadableJsonException;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * One that is not over.
     *
     * @param name of the session in the store
     * @param hasSid whether PSC names it; if not, it is each session of its person that PSC names
     */
    private record Living(String name, long until, boolean hasSid) {}

    /**
     * Makes a session known by its names. It has to be in the store by then.
     *
     * @return whether PSC has reported its end
     */
    boolean add(String name, StoredSession session) {
        for (var sid : session.sids()) {
            if (addSid(sid, name, session)) {
                return true;
            }
        }
        return add(keys.sessionsOfSubject(session.tokens().original().subject()), name, session)
                .filter(endedAt -> session.openedAt() <= endedAt)
                .isPresent();
    }

    /** The same for one {@code sid}. */
    boolean addSid(String sid, String name, StoredSession session) {
        return add(keys.sessionsOfSid(sid), name, session).isPresent();
    }

    private Optional<Long> add(String key, String name, StoredSession session) {
        var now = clock.instant().getEpochSecond();
        var endedAt = new AtomicReference<Optional<Long>>();
        store.update(key, sessionLimit, before -> {
            var named = Named.read(before);
            endedAt.set(named.endedAt());
            return Optional.of(Json.write(named.with(
                    new Living(name, session.expiresAt(), !session.sids().isEmpty()), now)));
        });
        return endedAt.get();
    }

    /** Forgets a session that is over. */
    void remove(String name, StoredSession session) {
        session.sids().forEach(sid -> remove(keys.sessionsOfSid(sid), name));
        remove(keys.sessionsOfSubject(session.tokens().original().subject()), name);
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
     * Sessions that PSC has ended. Their names know them until {@link #forget}, so that whoever is interrupted in between can begin anew.
     *
     * @param byKey of a name, what they are called in the store
     */
    record Ended(Map<String, List<String>> byKey) {
        List<String> sessions() {
            return byKey.values().stream().flatMap(List::stream).distinct().toList();
        }
    }

    /**
     * The session of that name at PSC has ended; one that is opened by that name from now on sees it.
     *
     * @param subject whose it was, where PSC says it: a session of theirs that PSC has not named is over as well, since it may be this one
     */
    Ended endSession(String sid, Optional<String> subject) {
        var ended = new LinkedHashMap<String, List<String>>();
        end(keys.sessionsOfSid(sid), ended);
        subject.map(keys::sessionsOfSubject)
                .ifPresent(key -> ended.put(
                        key,
                        Named.read(store.find(key).map(StoredEntry::value)).sessions().stream()
                                .filter(session -> !session.hasSid)
                                .map(Living::name)
                                .toList()));
        return new Ended(ended);
    }

    /** All sessions of that person that were opened until now have ended. */
    Ended endSessionsOf(String subject) {
        var ended = new LinkedHashMap<String, List<String>>();
        end(keys.sessionsOfSubject(subject), ended);
        return new Ended(ended);
    }

    private void end(String key, Map<String, List<String>> ended) {
        var endedAt = Optional.of(clock.instant().getEpochSecond());
        var before = store.update(
                key,
                sessionLimit,
                known -> Optional.of(
                        Json.write(new Named(endedAt, Named.read(known).sessions()))));
        ended.put(key, Named.read(before).sessions().stream().map(Living::name).toList());
    }

    /** Forgets the sessions, which are no longer in the store, but not that they have ended. */
    void forget(Ended ended) {
        ended.byKey().forEach((key, sessions) -> sessions.forEach(name -> remove(key, name)));
    }
}
