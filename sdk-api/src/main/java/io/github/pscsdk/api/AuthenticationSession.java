package io.github.pscsdk.api;

import io.github.pscsdk.diagnostic.PscException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A professional is logged in. Safe for any thread. The tokens stay at the server half; this end only holds the handle
 * of a proxy session, which no method reveals.
 */
public interface AuthenticationSession extends AutoCloseable {

    /** Who logged in, as Pro Santé Connect says. */
    Professional professional();

    /**
     * What the professional identified with, as Pro Santé Connect says. Where it says nothing: the device on which the professional
     * was asked, or empty after a login in the browser.
     */
    Optional<Means> means();

    /** When the session ends at the latest. */
    Instant expiresAt();

    /** Whether calls may succeed now. */
    SessionState state();

    /** Whether calls may still succeed: not locked, not signed out, not past {@link #expiresAt()}. */
    default boolean isActive() {
        return state() == SessionState.ACTIVE;
    }

    /**
     * Follows the state from now on. The listener is called on a thread of the engine's or of whoever changes the state: be
     * quick, do not block. The end by expiry is told when it is noticed. One that throws is logged and otherwise ignored.
     */
    void onStateChange(Consumer<SessionState> listener);

    /**
     * Calls a target API through the server half, which adds the token.
     *
     * @return the backend's answer, whatever its status
     * @throws PscException {@code SESSION_LOCKED}, {@code SESSION_ENDED}, {@code API_UNAVAILABLE} or {@code SERVER_HALF_UNREACHABLE}
     * @throws InterruptedException if the calling thread is interrupted; the call is then given up
     */
    ApiResponse send(ApiRequest request) throws PscException, InterruptedException;

    /**
     * Automatic logout: locks this end for good. The session with Pro Santé Connect lives on, as ANS asks; nothing but a new
     * login or {@link #signOut} comes after.
     */
    void lock();

    /**
     * Explicit logout: ends the proxy session and the session with Pro Santé Connect.
     *
     * @throws PscException if the server half could not be told; this end is closed all the same
     * @throws InterruptedException if the calling thread is interrupted
     */
    void signOut() throws PscException, InterruptedException;

    /** The same as {@link #lock()}. */
    @Override
    void close();
}
