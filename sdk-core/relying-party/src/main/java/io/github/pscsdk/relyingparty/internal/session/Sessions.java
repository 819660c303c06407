package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.RelyingPartyListener.SessionEnd;
import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.relyingparty.internal.event.Events;
import io.github.pscsdk.relyingparty.internal.json.Json;
import io.github.pscsdk.relyingparty.internal.json.Json.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.internal.session.NamedSessions.Ended;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of one client, each of which is one entry of the store. Every method calls the store, and may block: see {@link
 * io.github.pscsdk.sessionstore.StoreCalls}.
 */
public final class Sessions {
    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    /** Activity is written no more often, so a session may end by so much before its idle limit. */
    private static final Duration BETWEEN_ACTIVITIES = Duration.ofMinutes(1);

    /** Stores take no entry of no lifetime. */
    private static final Duration SHORTEST_LIFETIME = Duration.ofMillis(1);

    // With that many changes of one session at once, one comes through each time.
    private static final int MOST_TRIES = 1_000;

    private final SessionStore store;
    private final StoreKeys keys;
    private final NamedSessions names;
    private final ApiRevocations revocations;
    private final String clientId;
    private final Duration idleTimeout;
    private final Events events;
    private final Clock clock;

    /**
     * The sessions of that client in that store.
     *
     * @param revocations of the API tokens of a session that is forgotten
     * @param sessionLimit how long a session may live
     * @param clock the store's
     */
    public Sessions(
            SessionStore store,
            StoreKeys keys,
            ApiRevocations revocations,
            String clientId,
            Duration idleTimeout,
            Duration sessionLimit,
            Events events,
            Clock clock) {
        this.store = store;
        this.keys = keys;
        this.names = new NamedSessions(store, keys, sessionLimit, clock);
        this.revocations = revocations;
        this.clientId = clientId;
        this.idleTimeout = idleTimeout;
        this.events = events;
        this.clock = clock;
    }

    /** Why a session is over, kept for whoever asks for it next. */
    private enum EndReason {
        AT_PSC(LoginProblem.SESSION_ENDED_AT_PSC, "PSC has ended its session", SessionEnd.ENDED_AT_PSC),
        INTERRUPTED(LoginProblem.INTERRUPTED, "a node stopped while it refreshed the session", SessionEnd.INTERRUPTED),
        CONTRADICTED(
                LoginProblem.SESSION_CONTRADICTED,
                "a refresh contradicts the login of the session",
                SessionEnd.REFRESH_REFUSED);

        private final LoginProblem problem;
        private final String message;
        private final SessionEnd event;

        EndReason(LoginProblem problem, String message, SessionEnd event) {
            this.problem = problem;
            this.message = message;
            this.event = event;
        }

        byte[] bytes() {
            return new byte[] {(byte) ordinal()};
        }

        static PscException read(byte[] bytes) {
            var reason = bytes.length == 1 && bytes[0] >= 0 && bytes[0] < values().length ? values()[bytes[0]] : AT_PSC;
            return new PscException(reason.problem, reason.message);
        }
    }

    private record Found(StoredSession session, StoredEntry entry) {}

    private Optional<Found> read(SessionId id) {
        return store.find(keys.session(keys.name(id)))
                .flatMap(entry -> read(entry.value()).map(session -> new Found(session, entry)));
    }

    private static Optional<StoredSession> read(byte[] bytes) {
        try {
            return Optional.of(Json.read(bytes, StoredSession.class));
        } catch (UnreadableJsonException e) {
            // Another version wrote it: as good as absent, the professional logs in again.
            log.warn("an entry of the session store cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Found> living(SessionId id) {
        var found = read(id);
        if (found.isPresent() && !clock.instant().isBefore(found.get().session.end())) {
            close(id, SessionEnd.EXPIRED);
            return Optional.empty();
        }
        return found;
    }

    /**
     * Keeps a new session: all of it, or nothing.
     *
     * @param session whose id nobody else has opened a session by, or will: what fails here is taken back, however late
     * @throws PscException {@code SESSION_ENDED_AT_PSC} if PSC has reported its end already
     */
    public void open(PscSession session, SessionTokens tokens) throws PscException {
        var name = keys.name(session.id());
        var stored = StoredSession.of(session, tokens, clock.instant());
        try {
            store.putIfAbsent(keys.session(name), Json.write(stored), idleLifetime(stored));
            if (names.add(name, stored)) {
                end(name, EndReason.AT_PSC);
                throw whyEnded(session.id());
            }
        } catch (RuntimeException e) {
            takeBack(session.id());
            throw e;
        }
    }

    /** Forgets a session of which nobody was told. */
    public void takeBack(SessionId id) {
        try {
            discard(keys.name(id), () -> {});
        } catch (StoreException e) {
            log.warn("{}", e.getMessage());
        }
    }

    /** A session that is used, and its tokens as they were read with it. */
    public record Active(PscSession session, SessionTokens tokens) {}

    /** The session, whose idle limit starts anew. */
    public Optional<Active> find(SessionId id) {
        return living(id)
                .filter(found -> isProlonged(id, found))
                .map(found -> new Active(found.session.under(id, clientId), found.session.tokens()));
    }

    private boolean isProlonged(SessionId id, Found found) {
        var lifetime = idleLifetime(found.session);
        var until = clock.instant().plus(lifetime);
        var gained = Duration.between(found.entry.expiresAt(), until);
        var step = Collections.min(List.of(idleTimeout.dividedBy(4), BETWEEN_ACTIVITIES));
        return gained.compareTo(step) < 0 || store.extend(keys.session(keys.name(id)), lifetime);
    }

    private Duration idleLifetime(StoredSession session) {
        var left = Duration.between(clock.instant(), session.end());
        return Collections.max(List.of(Collections.min(List.of(left, idleTimeout)), SHORTEST_LIFETIME));
    }

    /**
     * The session, whose idle limit stays.
     *
     * @throws PscException why there is none
     */
    public PscSession peek(SessionId id) throws PscException {
        return living(id).map(found -> found.session.under(id, clientId)).orElseThrow(() -> whyEnded(id));
    }

    /**
     * The same as {@link #find} where there has to be one.
     *
     * @throws PscException why there is none
     */
    public Active require(SessionId id) throws PscException {
        return find(id).orElseThrow(() -> whyEnded(id));
    }

    /** The tokens of a session. */
    public Optional<SessionTokens> tokens(SessionId id) {
        return read(id).map(found -> found.session.tokens());
    }

    /**
     * Changes the tokens as they are at that moment, and keeps them; the change is computed again where another node came between.
     *
     * @return the tokens after the change
     * @throws PscException why there is no such session
     */
    public SessionTokens change(SessionId id, UnaryOperator<SessionTokens> change) throws PscException {
        return changeIf(id, tokens -> Optional.of(change.apply(tokens))).orElseThrow();
    }

    /**
     * The same for a change that may turn out to be none.
     *
     * @return the tokens after the change; empty if that was none
     */
    Optional<SessionTokens> changeIf(SessionId id, Function<SessionTokens, Optional<SessionTokens>> change)
            throws PscException {
        var key = keys.session(keys.name(id));
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            var found = read(id).orElseThrow(() -> whyEnded(id));
            var changed = change.apply(found.session.tokens());
            if (changed.isEmpty()) {
                return Optional.empty();
            }
            var stored = found.session.with(changed.get());
            if (store.compareAndSet(key, found.entry.version(), Json.write(stored), idleLifetime(stored))
                    .isPresent()) {
                return changed;
            }
        }
        throw StoreException.unavailable("others change a session all the time", null);
    }

    /**
     * Makes a session known by another {@code sid}: by it, too, PSC reports its end from now on.
     *
     * @throws PscException if it is over
     */
    void alsoNamed(SessionId id, String sid) throws PscException {
        var found = read(id).orElseThrow(() -> whyEnded(id));
        var name = keys.name(id);
        if (names.addSid(sid, name, found.session.with(found.session.tokens().alsoNamed(sid)))) {
            end(name, EndReason.AT_PSC);
            throw whyEnded(id);
        }
    }

    /**
     * Forgets a session whose professional logs out, but not its newest ID token, the hint for PSC: that is kept until {@link
     * #endedEverywhere}.
     *
     * @param ending is given the hint before the session is gone: whatever fails from then on, PSC can still be told
     * @return the hint
     * @throws PscException {@code SESSION_ENDED} if there is no such session and no hint of one
     */
    public String end(SessionId id, Consumer<String> ending) throws PscException {
        var tokens = tokens(id);
        if (tokens.isPresent()) {
            var hint = tokens.get().idToken();
            store.put(keys.signOut(id), hint.getBytes(StandardCharsets.US_ASCII), PscProfile.SESSION_LIMIT);
            ending.accept(hint);
            close(id, SessionEnd.SIGNED_OUT);
            return hint;
        }
        close(id, SessionEnd.SIGNED_OUT);
        var hint = hint(id).orElseThrow(() -> new PscException(LoginProblem.SESSION_ENDED, "there is no such session"));
        ending.accept(hint);
        return hint;
    }

    /** The hint of a session that is over here, and that PSC was not told of yet. */
    public Optional<String> hint(SessionId id) {
        return store.find(keys.signOut(id)).map(entry -> new String(entry.value(), StandardCharsets.US_ASCII));
    }

    /** PSC was told: nothing is left of the session. */
    public void endedEverywhere(SessionId id) {
        store.take(keys.signOut(id));
    }

    /** Forgets a session; its tokens for APIs are given back in the background. */
    public void close(SessionId id, SessionEnd why) {
        close(keys.name(id), why);
    }

    private void close(String name, SessionEnd why) {
        discard(name, () -> events.sessionEnded(why));
    }

    private void discard(String name, Runnable gone) {
        store.take(keys.session(name)).ifPresent(discarded -> {
            gone.run();
            // The names last: whatever the store does, nobody finds the session by them any more.
            read(discarded).ifPresent(session -> {
                revocations.begin(session.tokens().forApis());
                names.remove(name, session);
            });
        });
    }

    /** Forgets a session that PSC has ended, but not for what reason: whoever asks next is told the same. */
    void endedAtPsc(SessionId id) {
        end(keys.name(id), EndReason.AT_PSC);
    }

    /** Forgets a session in whose refresh a node has died: nobody knows what PSC thinks of its refresh token. */
    void interrupted(SessionId id) {
        end(keys.name(id), EndReason.INTERRUPTED);
    }

    /** Forgets a session whose refresh brought what it may not go on with. */
    void contradicted(SessionId id) {
        end(keys.name(id), EndReason.CONTRADICTED);
    }

    /** PSC has ended its session of that name, of that person: ours, which are still to be {@linkplain #end(Ended) ended}. */
    Ended endedAtPsc(String sid, Optional<String> subject) {
        return names.endSession(sid, subject);
    }

    /** The same for all sessions of that person. */
    Ended allEndedAtPsc(String subject) {
        return names.endSessionsOf(subject);
    }

    /** Forgets sessions that PSC has ended; where this fails in between, it may be done anew. */
    void end(Ended ended) {
        ended.sessions().forEach(name -> end(name, EndReason.AT_PSC));
        names.forget(ended);
    }

    private void end(String name, EndReason reason) {
        // The reason first: whoever finds the session gone finds why.
        store.put(keys.endReason(name), reason.bytes(), idleTimeout);
        close(name, reason.event);
    }

    /** Why there is no such session any more, as far as anybody knows. */
    public PscException whyEnded(SessionId id) {
        return store.find(keys.endReason(keys.name(id)))
                .map(entry -> EndReason.read(entry.value()))
                .orElseGet(() -> new PscException(LoginProblem.SESSION_ENDED, "there is no such session"));
    }
}
