package io.github.pscsdk.api;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.PscException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The session of a professional who is logged in. Safe for any thread. The tokens stay at the server half. The
 * workstation only holds the handle of a proxy session, which no method reveals.
 */
public interface AuthenticationSession extends AutoCloseable {

    /**
     * The professional, as Pro Santé Connect describes them. From a server half that speaks ANS's plain contract alone:
     * the identifier that was asked for and nothing else, on the word of the server half that this person has answered.
     */
    Professional professional();

    /** The means that Pro Santé Connect reports, or else the device on which the professional was asked. */
    Optional<Means> means();

    /**
     * When the session ends at the latest. A server half that speaks ANS's plain contract alone does not say: then it
     * ends here four hours after the login, as at Pro Santé Connect, and may have ended there before.
     */
    Instant expiresAt();

    /**
     * When the session ends if nothing is sent until then: {@link #expiresAt()}, or earlier where the server half says
     * after how long without activity it ends. Each {@link #send} moves it, never beyond {@link #expiresAt()}.
     */
    default Instant endsAt() {
        return expiresAt();
    }

    /** Whether calls may succeed now. */
    State state();

    /** Whether calls may still succeed: not locked, not signed out, not past {@link #expiresAt()}. */
    default boolean isActive() {
        return state() == State.ACTIVE;
    }

    /**
     * Calls the listener at each change of the state from now on. The call comes on a thread of the engine, or on the
     * thread that changes the state: be quick, do not block. The end by expiry is reported when it is noticed. Where
     * the session ends elsewhere, as when the professional logs out at another service, {@code ENDED} is reported
     * within some seconds, without a call, unless the server half is of a contract before 1.5.0 or speaks ANS's plain
     * contract alone. An exception of the listener is logged and otherwise ignored.
     */
    void onStateChange(Consumer<State> listener);

    /**
     * Calls the listener before the session ends, with {@link #endsAt()}, once for each such end; not where the session
     * is locked or signed out before. On a thread of the engine: be quick, do not block. Its exceptions are logged.
     *
     * @param before how long before; a session that is nearer to its end is told of at once
     */
    void onEndingSoon(Duration before, Consumer<Instant> listener);

    /**
     * Calls a target API through the server half, which adds the token. An answer that comes when the session is no
     * longer active is dropped: whoever is at the workstation by then may be somebody else.
     *
     * @return the backend's answer, whatever its status
     * @throws PscException {@code SESSION_LOCKED}, {@code SESSION_ENDED}, {@code API_UNAVAILABLE}, {@code
     *     SERVER_HALF_UNREACHABLE}, or a {@code WorkstationProblem} where the server half does not answer, among others
     * @throws InterruptedException if the calling thread is interrupted; the call is then given up
     */
    ApiResponse send(ApiRequest request) throws PscException, InterruptedException;

    /**
     * Automatic logout: locks the session on this workstation for good. The session with Pro Santé Connect goes on,
     * as ANS asks. Afterwards only a new login or {@link #signOut} is possible.
     */
    void lock();

    /**
     * Explicit logout: ends the session on this workstation, the proxy session and the session with Pro Santé Connect,
     * in this order. Where it fails, the first of the three is over all the same, and the problem says how far it came.
     * May be called again.
     *
     * @throws PscException {@code SIGNED_OUT_HERE_ONLY} if Pro Santé Connect could not be told; {@code
     *     NOT_SIGNED_OUT_YET} if the proxy session may live on: show it, and the engine goes on trying in the
     *     background, until it has succeeded, the session would have expired, or the client is closed
     * @throws InterruptedException if the calling thread is interrupted; the server half is then told in the background
     */
    void signOut() throws PscException, InterruptedException;

    /** The same as {@link #lock()}. */
    @Override
    void close();

    /** The state of a session: whether it may be used. A minor version may add constants: keep a default branch. */
    enum State {
        /** Calls may succeed. */
        ACTIVE,
        /**
         * Calls fail with {@code SESSION_LOCKED}. If it was locked because its card was removed, it becomes active
         * again when the same card comes back. If the host locked it, it stays locked.
         */
        LOCKED,
        /** Signed out, expired or ended by the server half. Never changes again. */
        ENDED
    }
}
