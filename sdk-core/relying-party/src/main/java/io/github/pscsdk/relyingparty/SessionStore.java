package io.github.pscsdk.relyingparty;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Where sessions, their tokens and pending logins live: keys and opaque bytes that expire. The engine makes both; keys
 * have at most 200 printable ASCII characters, values some kilobytes. Both are secrets: an implementation logs neither,
 * and protects them as it would protect a password.
 *
 * <p>Called by many threads at once, engine threads and those of callers who wait among them: be quick. An unchecked exception fails the login or the
 * call at hand. An expired value is as good as absent, at every method.
 */
public interface SessionStore {

    /** Keeps a value until {@code expiresAt}, in place of any other under that key. */
    void put(String key, byte[] value, Instant expiresAt);

    /**
     * Replaces a value that is still there; atomic, so that what one node removed no other node brings back.
     *
     * @return whether there was one; where there was none, nothing is kept
     */
    boolean replace(String key, byte[] value, Instant expiresAt);

    /**
     * Moves the end of a value that is still there; atomic, and leaves the value as it is.
     *
     * @return whether there was one
     */
    boolean renew(String key, Instant expiresAt);

    /** The value, where there is one that has not expired. */
    Optional<byte[]> get(String key);

    /** The same, and removes it; atomic: of several callers one gets the value. */
    Optional<byte[]> take(String key);

    /** Removes the value, if any. */
    void remove(String key);

    /**
     * A store in this process: enough for one node that may forget its sessions at a restart.
     *
     * @param clock tells what has expired
     */
    static SessionStore inMemory(Clock clock) {
        return new InMemorySessionStore(clock);
    }
}
