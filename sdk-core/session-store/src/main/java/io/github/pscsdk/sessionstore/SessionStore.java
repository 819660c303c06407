package io.github.pscsdk.sessionstore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Entries that expire, each with a version: what one node writes, no other node undoes without having read it. The engine makes keys and values;
 * keys have at most {@value #LONGEST_KEY} printable ASCII characters, values at most {@value #LARGEST_VALUE} bytes. Both are secrets: an implementation logs neither.
 *
 * <p>Versions are positive, and grow with each write of a key, also where the entry was removed or has expired in between: so the version
 * of an entry that stands for a lease fences off whoever held it before. A lifetime is longer than zero, and counts by {@linkplain #now the store's own clock}, which is the
 * same for all nodes. An expired entry is as good as absent, at every method. What a method has answered holds for whoever calls after that, on any node.
 *
 * <p>Called by many threads at once. A call may block, but ends by a limit of the store's own, some seconds at most; the engine never lets it block a thread that serves others.
 * What fails throws a {@link StoreException}; whether a write that failed was done is then unknown.
 */
public interface SessionStore {
    /** Characters of the longest key. */
    int LONGEST_KEY = 200;

    /** Bytes of the largest value. */
    int LARGEST_VALUE = 1 << 20;

    /** The time by which entries expire. */
    Instant now();

    /** The entry, where there is one that has not expired. */
    Optional<StoredEntry> find(String key);

    /**
     * Keeps a new entry, atomically.
     *
     * @return its version; empty if there is one that has not expired, which stays as it is
     */
    OptionalLong putIfAbsent(String key, byte[] value, Duration lifetime);

    /**
     * Replaces an entry that is still what the caller read, atomically.
     *
     * @param lifetime of the entry from now on
     * @return the new version; empty if there is no entry, or one of another version, which stays as it is
     */
    OptionalLong compareAndSet(String key, long version, byte[] value, Duration lifetime);

    /**
     * Gives an entry that is still there another lifetime from now on, atomically; its value and version stay.
     *
     * @return whether there is one
     */
    boolean extend(String key, Duration lifetime);

    /**
     * Removes an entry that is still what the caller read, atomically: of several callers one removes it.
     *
     * @return whether this call has removed it
     */
    boolean remove(String key, long version);

    /** Keeps a value, whatever was there before. */
    default void put(String key, byte[] value, Duration lifetime) {
        update(key, lifetime, before -> Optional.of(value));
    }

    /** The value, which is removed; of several callers one gets it. */
    default Optional<byte[]> take(String key) {
        return update(key, Duration.ofSeconds(1), before -> Optional.empty());
    }

    /**
     * Changes what is there, atomically: the change is computed again where somebody else came between.
     *
     * @param change the value for the one that is there, if any; empty removes it
     * @param lifetime of the new value
     * @return the value of before
     */
    default Optional<byte[]> update(
            String key, Duration lifetime, Function<Optional<byte[]>, Optional<byte[]>> change) {
        for (var tries = 0; tries < OptimisticUpdate.MOST_TRIES; tries++) {
            var before = find(key);
            var after = change.apply(before.map(StoredEntry::value));
            if (OptimisticUpdate.attempt(this, key, before, after, lifetime)) {
                return before.map(StoredEntry::value);
            }
        }
        throw StoreException.unavailable("others change an entry all the time", null);
    }

    /**
     * Whether the entries live and die with this process, and every call returns at once. Where not, the engine calls this store on threads that nothing else
     * needs, and takes it only {@linkplain #encrypted encrypted}.
     */
    default boolean isInProcess() {
        return false;
    }

    /** Whether whoever has the store's content alone can use nothing of it. */
    default boolean isEncrypted() {
        return false;
    }

    /**
     * Looks whether this node can use the store: whether it is reached, was set up, and is encrypted with this node's keys. Whoever builds a server calls it at start.
     *
     * @throws StoreException {@code STORE_UNREADABLE} if somebody has to set something up first, {@code STORE_UNAVAILABLE} if that may pass
     */
    default void check() {}

    /** This store, which sees encrypted values from now on, and keys of which the last part is an HMAC. */
    default SessionStore encrypted(KeyRing ring) {
        return new EncryptedSessionStore(this, ring);
    }

    /**
     * A store in this process: enough for one node that may forget its sessions at a restart.
     *
     * @param clock tells what has expired
     */
    static SessionStore inMemory(Clock clock) {
        return new InMemorySessionStore(clock);
    }
}
