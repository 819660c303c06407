package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.api.Professional;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.relyingparty.SessionStore;
import io.github.pscsdk.relyingparty.internal.async.SerialFlows;
import io.github.pscsdk.relyingparty.internal.json.Json;
import io.github.pscsdk.relyingparty.internal.json.Json.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of one client. Each has two entries, identity and tokens, which live and die together; a session lives as
 * long as its identity's entry.
 */
public final class Sessions {
    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final SessionStore store;
    private final StoreKeys keys;
    private final ReportedLogouts logouts;
    private final ApiRevocations revocations;
    private final String clientId;
    private final Duration idleTimeout;
    private final Clock clock;
    private final SerialFlows<SessionId> changes = new SerialFlows<>();

    /** @param revocations of the API tokens of a session that is forgotten */
    public Sessions(
            SessionStore store,
            StoreKeys keys,
            ReportedLogouts logouts,
            ApiRevocations revocations,
            String clientId,
            Duration idleTimeout,
            Clock clock) {
        this.store = store;
        this.keys = keys;
        this.logouts = logouts;
        this.revocations = revocations;
        this.clientId = clientId;
        this.idleTimeout = idleTimeout;
        this.clock = clock;
    }

    /** Keeps a new session: all of it, or nothing. */
    public void open(PscSession session, SessionTokens tokens) {
        var id = session.id().value();
        var until = idleLimit(session.expiresAt());
        var stored = StoredSession.of(session, tokens.subject(), clock.instant());
        try {
            store.put(keys.tokens(id), Json.write(tokens), until);
            store.put(keys.session(id), Json.write(stored), until);
        } catch (RuntimeException e) {
            forgetQuietly(session.id());
            throw e;
        }
    }

    /** The session, whose idle limit starts anew. */
    public Optional<PscSession> find(SessionId id) {
        return living(id).filter(this::renew);
    }

    private boolean renew(PscSession session) {
        var id = session.id().value();
        var until = idleLimit(session.expiresAt());
        // The tokens' entry first: should the session's be gone by now, nothing has been brought back.
        store.renew(keys.tokens(id), until);
        return store.renew(keys.session(id), until);
    }

    /**
     * The session, whose idle limit stays.
     *
     * @throws PscException why there is none
     */
    public PscSession peek(SessionId id) throws PscException {
        return living(id).orElseThrow(() -> whyEnded(id));
    }

    private Optional<PscSession> living(SessionId id) {
        var found = store.get(keys.session(id.value())).flatMap(bytes -> read(bytes, StoredSession.class));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var stored = found.get();
        if (logouts.hasEnded(stored.sessionState(), stored.subject(), stored.openedAt())) {
            endedAtPsc(id);
            return Optional.empty();
        }
        var session = stored.under(id, clientId);
        if (!clock.instant().isBefore(session.expiresAt())) {
            close(id);
            return Optional.empty();
        }
        return Optional.of(session);
    }

    /**
     * The same where there has to be one.
     *
     * @throws PscException why there is none
     */
    public PscSession require(SessionId id) throws PscException {
        return find(id).orElseThrow(() -> whyEnded(id));
    }

    /** The tokens of a session. */
    public Optional<SessionTokens> tokens(SessionId id) {
        return store.get(keys.tokens(id.value())).flatMap(bytes -> read(bytes, SessionTokens.class));
    }

    /**
     * Changes the tokens as they are at that moment, and keeps them, if the session still lives. The changes of one session come one after the
     * other, so that none undoes another one; no call to anybody but the store is made meanwhile.
     *
     * @return the tokens after the change; fails with why there is no such session
     */
    public CompletableFuture<SessionTokens> change(PscSession session, UnaryOperator<SessionTokens> change) {
        return changes.run(session.id(), () -> {
            var changed = tokens(session.id()).map(change);
            return changed.filter(tokens -> update(session, tokens)).isPresent()
                    ? CompletableFuture.completedFuture(changed.get())
                    : CompletableFuture.failedFuture(whyEnded(session.id()));
        });
    }

    private boolean update(PscSession session, SessionTokens tokens) {
        return store.replace(keys.tokens(session.id().value()), Json.write(tokens), idleLimit(session.expiresAt()));
    }

    /**
     * Keeps another {@code sub} of the same person: by it PSC names them from now on when it reports a logout.
     *
     * @return whether the session still lives
     */
    boolean rename(PscSession session, String subject) {
        var key = keys.session(session.id().value());
        var stored = store.get(key).flatMap(bytes -> read(bytes, StoredSession.class));
        if (stored.isEmpty()) {
            return false;
        }
        var before = stored.get();
        // What was reported under the name of before still counts.
        if (logouts.hasEnded(before.sessionState(), before.subject(), before.openedAt())) {
            endedAtPsc(session.id());
            return false;
        }
        return store.replace(key, Json.write(before.of(subject)), idleLimit(session.expiresAt()));
    }

    /**
     * Forgets a session whose professional logs out, but not its newest ID token, the hint for PSC: that is kept until {@link
     * #endedEverywhere}.
     *
     * @return the hint
     * @throws PscException {@code SESSION_ENDED} if there is no such session and no hint of one
     */
    public String end(SessionId id) throws PscException {
        var tokens = tokens(id);
        if (tokens.isPresent()) {
            var hint = tokens.get().idToken();
            // First: whatever fails from here on, PSC can still be told.
            store.put(
                    keys.signOut(id.value()),
                    hint.getBytes(StandardCharsets.US_ASCII),
                    clock.instant().plus(PscProfile.SESSION_LIMIT));
            close(id);
            return hint;
        }
        close(id);
        return hint(id).orElseThrow(() -> new PscException(LoginProblem.SESSION_ENDED, "there is no such session"));
    }

    /** The hint of a session that is over here, and that PSC was not told of yet. */
    public Optional<String> hint(SessionId id) {
        return store.get(keys.signOut(id.value())).map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
    }

    /** PSC was told: nothing is left of the session. */
    public void endedEverywhere(SessionId id) {
        store.remove(keys.signOut(id.value()));
    }

    /** Forgets a session; its tokens for APIs are given back in the background. */
    public void close(SessionId id) {
        store.remove(keys.session(id.value()));
        store.take(keys.tokens(id.value()))
                .flatMap(bytes -> read(bytes, SessionTokens.class))
                .ifPresent(tokens -> revocations.begin(tokens.forApis()));
    }

    /** Forgets a session that PSC has ended, but not for what reason: whoever asks next is told the same. */
    public void endedAtPsc(SessionId id) {
        // The reason first: whoever finds the session gone finds why.
        store.put(keys.endedAtPsc(id.value()), new byte[0], clock.instant().plus(idleTimeout));
        close(id);
    }

    /** Why there is no such session any more, as far as anybody knows. */
    public PscException whyEnded(SessionId id) {
        return store.get(keys.endedAtPsc(id.value())).isPresent()
                ? new PscException(LoginProblem.SESSION_ENDED_AT_PSC, "PSC has ended its session")
                : new PscException(LoginProblem.SESSION_ENDED, "there is no such session");
    }

    private void forgetQuietly(SessionId id) {
        try {
            close(id);
        } catch (RuntimeException e) {
            log.warn("the session store fails: {}", e.getClass().getName());
        }
    }

    private Instant idleLimit(Instant expiresAt) {
        var idle = clock.instant().plus(idleTimeout);
        return idle.isBefore(expiresAt) ? idle : expiresAt;
    }

    private static <T extends Record> Optional<T> read(byte[] bytes, Class<T> type) {
        try {
            return Optional.of(Json.read(bytes, type));
        } catch (UnreadableJsonException e) {
            // Another version wrote it: as good as absent, the professional logs in again.
            log.warn("an entry of the session store cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * A session as it lies in the store. Times are seconds since 1970.
     *
     * @param subject {@code sub} of the ID token: by it PSC names the person when it reports a logout
     * @param openedAt when this session began here, which is after {@code authenticatedAt}
     */
    private record StoredSession(
            Professional professional,
            Optional<String> authMode,
            Optional<String> acr,
            Set<String> scopes,
            String sessionState,
            String subject,
            long authenticatedAt,
            long openedAt,
            long expiresAt) {

        /** Refuses what another version may have written without, but for the scopes, which earlier ones did not know. */
        StoredSession {
            Objects.requireNonNull(professional, "professional");
            scopes = Objects.requireNonNullElse(scopes, Set.of());
            Objects.requireNonNull(sessionState, "sessionState");
            Objects.requireNonNull(subject, "subject");
        }

        static StoredSession of(PscSession session, String subject, Instant openedAt) {
            return new StoredSession(
                    session.professional(),
                    session.authMode(),
                    session.acr(),
                    session.scopes(),
                    session.sessionState(),
                    subject,
                    session.authenticatedAt().getEpochSecond(),
                    openedAt.getEpochSecond(),
                    session.expiresAt().getEpochSecond());
        }

        StoredSession of(String sub) {
            return new StoredSession(
                    professional, authMode, acr, scopes, sessionState, sub, authenticatedAt, openedAt, expiresAt);
        }

        PscSession under(SessionId id, String clientId) {
            return new PscSession(
                    id,
                    clientId,
                    professional,
                    authMode,
                    acr,
                    scopes,
                    sessionState,
                    Instant.ofEpochSecond(authenticatedAt),
                    Instant.ofEpochSecond(expiresAt));
        }

        /** Prints no value: it is about a person. */
        @Override
        public String toString() {
            return "StoredSession[]";
        }
    }
}
