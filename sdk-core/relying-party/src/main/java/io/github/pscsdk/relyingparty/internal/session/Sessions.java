package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Events;
import io.github.pscsdk.relyingparty.internal.async.Events.SessionEnd;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.json.UserInfo;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens.ForApi;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens.OriginalIdToken;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions of one client, each one entry of the store, which every method calls and may wait for. */
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

    private final StoreAccess access;
    private final NamedSessions names;
    private final Consumer<List<ForApi>> revocations;
    private final String clientId;
    private final Duration idleTimeout;
    private final Events events;

    /** @param revocations gives the API tokens of a forgotten session back */
    public Sessions(
            StoreAccess access,
            Consumer<List<ForApi>> revocations,
            String clientId,
            Duration idleTimeout,
            Duration sessionLimit,
            Events events) {
        this.access = access;
        this.names = new NamedSessions(access, sessionLimit);
        this.revocations = revocations;
        this.clientId = clientId;
        this.idleTimeout = idleTimeout;
        this.events = events;
    }

    private static final String TOKENS_OF_NOBODY = """
            {"access_token":"none","token_type":"Bearer","expires_in":1,"refresh_token":"none","id_token":"none"}""";
    private static final String CLAIMS_OF_NOBODY = """
            {"iss":"none","sub":"nobody","aud":["none"],"exp":1,"iat":1,"nonce":"none","acr":"none"}""";
    private static final String USER_INFO_OF_NOBODY = """
            {"sub":"nobody","SubjectNameID":"000000","family_name":"-","otherIds":[{"identifiant":"000000","origine":"-"}],\
            "SubjectRefPro":{"exercices":[{"codeProfession":"-","activities":[{"codeModeExercice":"-","telephone":"-"}]}]}}""";

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
            var reason = Arrays.stream(values())
                    .filter(known -> Arrays.equals(known.bytes(), bytes))
                    .findFirst()
                    .orElse(AT_PSC);
            return new PscException(reason.problem, reason.message);
        }
    }

    private record Found(StoredSession session, StoredEntry entry) {}

    private Optional<Found> read(SessionId id) {
        return access.store()
                .find(access.sessionKey(access.name(id)))
                .flatMap(entry -> read(entry.value()).map(session -> new Found(session, entry)));
    }

    private static Optional<StoredSession> read(byte[] bytes) {
        try {
            return Optional.of(RelyingPartyJson.read(bytes, StoredSession.class));
        } catch (UnreadableJsonException e) {
            // Another version wrote it: as good as absent, the professional logs in again.
            log.warn("an entry of the session store cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Found> living(SessionId id) {
        var found = read(id);
        if (found.isPresent()
                && !access.clock().instant().isBefore(found.get().session.end())) {
            close(id, SessionEnd.EXPIRED);
            return Optional.empty();
        }
        return found;
    }

    /**
     * Keeps a new session, all of it or nothing.
     *
     * @param session of a new id: what fails here is taken back, however late
     * @throws PscException {@code SESSION_ENDED_AT_PSC} if PSC has reported its end already
     */
    public void open(PscSession session, SessionTokens tokens) throws PscException {
        var name = access.name(session.id());
        var stored = StoredSession.of(session, tokens, access.clock().instant());
        try {
            write(access.sessionKey(name), SessionStore.ABSENT, stored);
            endIfReported(session.id(), stored);
        } catch (RuntimeException e) {
            takeBack(session.id());
            throw e;
        }
    }

    private boolean write(String key, long version, StoredSession session) {
        var content = EntryContent.of(RelyingPartyJson.write(session), idleLifetime(session))
                .indexed(names.indices(session));
        return access.store().write(key, version, content).isPresent();
    }

    private void endIfReported(SessionId id, StoredSession session) throws PscException {
        if (names.isEnded(session)) {
            endedAtPsc(id);
            throw whyEnded(id);
        }
    }

    /** Loads the classes of a login by reading documents of nobody, and by writing and reading a session of nobody. */
    public void loadClasses() {
        try {
            var answer = TokenAnswer.read(TOKENS_OF_NOBODY.getBytes(StandardCharsets.UTF_8));
            var claims = IdTokenClaims.read(CLAIMS_OF_NOBODY.getBytes(StandardCharsets.UTF_8));
            var nobody = UserInfo.read(USER_INFO_OF_NOBODY.getBytes(StandardCharsets.UTF_8));
            var now = access.clock().instant();
            var tokens = SessionTokens.of(OriginalIdToken.of(claims), answer, "none", now);
            var session = new PscSession(
                    SessionId.draw(),
                    clientId,
                    nobody.professional().orElseThrow(),
                    nobody.authMode(),
                    claims.acr(),
                    Set.of(),
                    "",
                    now,
                    now);
            var stored = RelyingPartyJson.write(StoredSession.of(session, tokens, now));
            RelyingPartyJson.read(stored, StoredSession.class).under(session.id(), clientId);
        } catch (UnreadableJsonException e) {
            throw new IllegalStateException("a document of ours cannot be read", e);
        }
    }

    /** Forgets a session of which nobody was told. */
    public void takeBack(SessionId id) {
        try {
            discard(access.name(id), () -> {});
        } catch (StoreException e) {
            log.warn("{}", e.getMessage());
        }
    }

    public record Active(PscSession session, SessionTokens tokens) {}

    /** The session, whose idle limit starts anew. */
    public Optional<Active> find(SessionId id) {
        return living(id)
                .filter(found -> isProlonged(id, found))
                .map(found -> new Active(found.session.under(id, clientId), found.session.tokens()));
    }

    private boolean isProlonged(SessionId id, Found found) {
        var lifetime = idleLifetime(found.session);
        var until = access.clock().instant().plus(lifetime);
        var gained = Duration.between(found.entry.expiresAt(), until);
        var step = Collections.min(List.of(idleTimeout.dividedBy(4), BETWEEN_ACTIVITIES));
        return gained.compareTo(step) < 0 || access.store().extend(access.sessionKey(access.name(id)), lifetime);
    }

    private Duration idleLifetime(StoredSession session) {
        var left = Duration.between(access.clock().instant(), session.end());
        return Collections.max(List.of(Collections.min(List.of(left, idleTimeout)), SHORTEST_LIFETIME));
    }

    /** @throws PscException why there is none; its idle limit stays */
    public PscSession peek(SessionId id) throws PscException {
        return living(id).map(found -> found.session.under(id, clientId)).orElseThrow(() -> whyEnded(id));
    }

    /** @throws PscException why there is none; else as {@link #find} */
    public Active require(SessionId id) throws PscException {
        return find(id).orElseThrow(() -> whyEnded(id));
    }

    public Optional<SessionTokens> tokens(SessionId id) {
        return read(id).map(found -> found.session.tokens());
    }

    /**
     * Changes the tokens; computed again where another node came between.
     *
     * @throws PscException why there is no such session
     */
    public SessionTokens change(SessionId id, UnaryOperator<SessionTokens> change) throws PscException {
        return changeIf(id, tokens -> Optional.of(change.apply(tokens))).orElseThrow();
    }

    /** The same for a change that may turn out to be none, and is empty then. */
    Optional<SessionTokens> changeIf(SessionId id, Function<SessionTokens, Optional<SessionTokens>> change)
            throws PscException {
        var key = access.sessionKey(access.name(id));
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

    /** Ends a session whose new {@code sid} PSC has reported as over. */
    void endIfReported(SessionId id) throws PscException {
        endIfReported(id, read(id).orElseThrow(() -> whyEnded(id)).session);
    }

    /**
     * Forgets a session whose professional logs out; its newest ID token, the hint for PSC, is {@linkplain
     * #tellPscLater kept} first, until {@link #endedEverywhere}.
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
                .or(() -> access.store()
                        .find(access.signOutKey(id))
                        .map(entry -> new String(entry.value(), StandardCharsets.US_ASCII)))
                .orElseThrow(() -> new PscException(LoginProblem.SESSION_ENDED, "there is no such session"));
    }

    /** Keeps the hint of a session that is over here: some node tells PSC after that {@linkplain #UNTIL_TOLD time}. */
    public void tellPscLater(SessionId id, String hint) {
        var content = EntryContent.of(hint.getBytes(StandardCharsets.US_ASCII), PscProfile.SESSION_LIMIT)
                .due(access.kind("sign-out"), UNTIL_TOLD);
        var known = access.store()
                .find(access.signOutKey(id))
                .map(StoredEntry::version)
                .orElse(SessionStore.ABSENT);
        access.store().write(access.signOutKey(id), known, content);
    }

    /** PSC was told: nothing is left of the session. */
    public void endedEverywhere(SessionId id) {
        access.store().take(access.signOutKey(id));
    }

    public void close(SessionId id, SessionEnd why) {
        close(access.name(id), why);
    }

    private void close(String name, SessionEnd why) {
        discard(name, () -> events.sessionEnded(why));
    }

    private void discard(String name, Runnable gone) {
        access.store().take(access.sessionKey(name)).ifPresent(discarded -> {
            gone.run();
            read(discarded)
                    .map(session -> session.tokens().forApis())
                    .filter(forApis -> !forApis.isEmpty())
                    .ifPresent(revocations);
        });
    }

    void endedAtPsc(SessionId id) {
        end(access.name(id), EndReason.AT_PSC);
    }

    /** Forgets a session in whose refresh a node has died. */
    void interrupted(SessionId id) {
        end(access.name(id), EndReason.INTERRUPTED);
    }

    void contradicted(SessionId id) {
        end(access.name(id), EndReason.CONTRADICTED);
    }

    /** PSC has reported, at that second, the end of its session of that name: ours are forgotten. May be done anew. */
    void endedAtPsc(String sid, Optional<String> subject, long endedAt) {
        names.endSession(sid, subject, endedAt, entry -> end(access.nameOf(entry.key()), EndReason.AT_PSC));
    }

    /** The same for all sessions of that person which were opened until then. */
    void allEndedAtPsc(String subject, long endedAt) {
        names.endSessionsOf(subject, endedAt, entry -> {
            if (read(entry.value())
                    .filter(session -> session.openedAt() > endedAt)
                    .isEmpty()) {
                end(access.nameOf(entry.key()), EndReason.AT_PSC);
            }
        });
    }

    private void end(String name, EndReason reason) {
        // The reason first: whoever finds the session gone finds why.
        access.store().put(access.endReasonKey(name), reason.bytes(), idleTimeout);
        close(name, reason.event);
    }

    public PscException whyEnded(SessionId id) {
        return access.store()
                .find(access.endReasonKey(access.name(id)))
                .map(entry -> EndReason.read(entry.value()))
                .orElseGet(() -> new PscException(LoginProblem.SESSION_ENDED, "there is no such session"));
    }
}
