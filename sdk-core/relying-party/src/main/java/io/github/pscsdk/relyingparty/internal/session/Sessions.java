package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.event.RelyingPartyListener.SessionEnd;
import io.github.pscsdk.relyingparty.internal.async.Events;
import io.github.pscsdk.relyingparty.internal.json.Json;
import io.github.pscsdk.relyingparty.internal.json.Json.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens.ForApi;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.EntryContent;
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

    /** Longer than PSC's slowest answer to a logout takes. */
    public static final Duration UNTIL_TOLD = Duration.ofSeconds(30);

    // With that many changes of one session at once, one comes through each time.
    private static final int MOST_TRIES = 1_000;

    private final SessionStore store;
    private final StoreKeys keys;
    private final NamedSessions names;
    private final Consumer<List<ForApi>> revocations;
    private final String clientId;
    private final Duration idleTimeout;
    private final Events events;
    private final Clock clock;

    /**
     * The sessions of that client in that store.
     *
     * @param revocations gives the API tokens of a session back that is forgotten
     * @param sessionLimit how long a session may live
     */
    public Sessions(
            StoreAccess access,
            Consumer<List<ForApi>> revocations,
            String clientId,
            Duration idleTimeout,
            Duration sessionLimit,
            Events events) {
        this.store = access.store();
        this.keys = access.keys();
        this.names = new NamedSessions(store, keys, sessionLimit);
        this.revocations = revocations;
        this.clientId = clientId;
        this.idleTimeout = idleTimeout;
        this.events = events;
        this.clock = access.clock();
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
            write(keys.session(name), SessionStore.ABSENT, stored);
            endIfReported(session.id(), stored);
        } catch (RuntimeException e) {
            takeBack(session.id());
            throw e;
        }
    }

    private boolean write(String key, long version, StoredSession session) {
        var content =
                EntryContent.of(Json.write(session), idleLifetime(session)).indexed(names.indices(session));
        return store.write(key, version, content).isPresent();
    }

    private void endIfReported(SessionId id, StoredSession session) throws PscException {
        if (names.isEnded(session)) {
            endedAtPsc(id);
            throw whyEnded(id);
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
            if (write(key, found.entry.version(), found.session.with(changed.get()))) {
                return changed;
            }
        }
        throw StoreException.unavailable("others change a session all the time", null);
    }

    /**
     * Ends a session that has another {@code sid} now, by which PSC may have reported its end before.
     *
     * @throws PscException if it is over
     */
    void endIfReported(SessionId id) throws PscException {
        endIfReported(id, read(id).orElseThrow(() -> whyEnded(id)).session);
    }

    /**
     * Forgets a session whose professional logs out, but not its newest ID token, the hint for PSC: that is {@linkplain #tellPscLater kept} until {@link
     * #endedEverywhere}, and written first: whatever fails from then on, PSC can still be told.
     *
     * @return the hint
     * @throws PscException {@code SESSION_ENDED} if there is no such session and no hint of one
     */
    public String end(SessionId id) throws PscException {
        var tokens = tokens(id);
        if (tokens.isPresent()) {
            tellPscLater(id, tokens.get().idToken());
        }
        close(id, SessionEnd.SIGNED_OUT);
        return tokens.map(SessionTokens::idToken)
                .or(() ->
                        store.find(keys.signOut(id)).map(entry -> new String(entry.value(), StandardCharsets.US_ASCII)))
                .orElseThrow(() -> new PscException(LoginProblem.SESSION_ENDED, "there is no such session"));
    }

    /** Keeps the hint of a session that is over here: unless PSC was told by then, some node tells it after that {@linkplain #UNTIL_TOLD time}. */
    public void tellPscLater(SessionId id, String hint) {
        var content = EntryContent.of(hint.getBytes(StandardCharsets.US_ASCII), PscProfile.SESSION_LIMIT)
                .due(keys.kind("sign-out"), UNTIL_TOLD);
        var known = store.find(keys.signOut(id)).map(StoredEntry::version).orElse(SessionStore.ABSENT);
        store.write(keys.signOut(id), known, content);
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
            read(discarded)
                    .map(session -> session.tokens().forApis())
                    .filter(forApis -> !forApis.isEmpty())
                    .ifPresent(revocations);
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

    /**
     * PSC has reported the end of its session of that name, of that person: ours are forgotten. Where this fails in between, it may be done anew.
     *
     * @param endedAt when it was reported, in seconds since 1970
     */
    void endedAtPsc(String sid, Optional<String> subject, long endedAt) {
        names.endSession(sid, subject, endedAt, entry -> end(keys.nameOf(entry.key()), EndReason.AT_PSC));
    }

    /** The same for all sessions of that person which were opened until then. */
    void allEndedAtPsc(String subject, long endedAt) {
        names.endSessionsOf(subject, endedAt, entry -> {
            if (read(entry.value())
                    .filter(session -> session.openedAt() > endedAt)
                    .isEmpty()) {
                end(keys.nameOf(entry.key()), EndReason.AT_PSC);
            }
        });
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
