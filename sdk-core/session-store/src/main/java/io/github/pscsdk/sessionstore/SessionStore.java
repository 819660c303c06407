package io.github.pscsdk.sessionstore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Entries that expire, each with a version: what one node writes, no other node undoes without having read it. Keys and
 * indices have at most {@value #LONGEST_KEY} printable ASCII characters, values at most {@value #LARGEST_VALUE} bytes.
 * All are secrets: an implementation logs none.
 *
 * <p>Versions are positive, and grow with each write of a key, also where the entry was removed or has expired in
 * between: so the version of a lease fences off whoever held it before. A lifetime is longer than zero, and counts by
 * {@linkplain #now the store's own clock}, which is the same for all nodes: leases rest on it. An expired entry is as
 * good as absent, at every method. The answer of a method holds for whoever calls after that, on any node.
 *
 * <p>An entry may have to be done something about later, by any node. It is of a kind, and due at a time; a node
 * {@linkplain #claimDue claims} what is due, for a lease, does it, and writes when it is due again, or that it is not.
 * An entry that was claimed by a node that died is due again after the lease.
 *
 * <p>Called by many threads at once. A call may block, some seconds at most. A failure is thrown as a {@link
 * StoreException}; whether a write that failed was done is then unknown.
 */
public interface SessionStore {
    /** Characters of the longest key, and of the longest index. */
    int LONGEST_KEY = 200;

    /** Bytes of the largest value. */
    int LARGEST_VALUE = 1 << 20;

    /** Characters of the longest kind. */
    int LONGEST_KIND = 20;

    /** The version of an entry that is not there. */
    long ABSENT = 0;

    /** The time by which entries expire. */
    Instant now();

    /** The entry, where there is one that has not expired. */
    Optional<StoredEntry> find(String key);

    /**
     * Writes an entry that is still what the caller read, atomically.
     *
     * @param version of the entry as it was read; {@link #ABSENT} where there is none
     * @return the new version; empty if there is an entry of another version, or none where there should be one: it
     *     stays as it is
     */
    OptionalLong write(String key, long version, EntryContent content);

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

    /**
     * Claims entries of that kind that are due, the longest due first; each is due again after the lease, and has a new
     * version. No entry is claimed by two callers at once.
     *
     * @param node the name of who claims them, for whoever looks into the store: at most 60 printable ASCII characters
     * @param lease longer than zero
     * @param most how many at most; zero or more
     */
    List<StoredEntry> claimDue(String kind, String node, Duration lease, int most);

    /**
     * Finds entries that have that index, in any order, by pages; one that has it all the while is on one of them at
     * least.
     *
     * @param after as the page before has returned it; empty for the first one
     * @param most how many there are on a page, at most or about
     * @param found is given each of them, once the page was read
     * @return asks for the next page; empty on the last one. The store's own words, for nobody else
     */
    Optional<String> list(String index, Optional<String> after, int most, Consumer<StoredEntry> found);

    /** As {@link #write} of a new entry that is nothing but a value. */
    default OptionalLong putIfAbsent(String key, byte[] value, Duration lifetime) {
        return write(key, ABSENT, EntryContent.of(value, lifetime));
    }

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
        // With so many at once, somebody comes through each time.
        for (var tries = 0; tries < 1_000; tries++) {
            var before = find(key);
            var after = change.apply(before.map(StoredEntry::value));
            if (isMade(key, before, after, lifetime)) {
                return before.map(StoredEntry::value);
            }
        }
        throw StoreException.unavailable("others change an entry all the time", null);
    }

    private boolean isMade(String key, Optional<StoredEntry> before, Optional<byte[]> after, Duration lifetime) {
        var version = before.map(StoredEntry::version).orElse(ABSENT);
        return after.map(value ->
                        write(key, version, EntryContent.of(value, lifetime)).isPresent())
                .orElseGet(() -> before.isEmpty() || remove(key, version));
    }

    /**
     * Whether the entries live and die with this process, and every call returns at once. Where not, the engine calls
     * this store on threads that nothing else needs, and only {@linkplain #encrypted encrypted}.
     */
    default boolean isInProcess() {
        return false;
    }

    /** Where it is, for messages to operators: the kind of store, host and port. */
    default String place() {
        return "the session store";
    }

    /** Whether whoever has the store's content alone can use nothing of it. */
    default boolean isEncrypted() {
        return false;
    }

    /**
     * Looks whether this node can use the store: reaches it, finds it set up, and encrypted with its keys. Called at
     * start.
     *
     * @throws StoreException {@code STORE_UNREADABLE} if somebody has to set something up first, {@code
     *     STORE_UNAVAILABLE} if that may pass
     */
    default void check() {}

    /** This store, which sees encrypted values from now on, and keys of which the last part is an HMAC. */
    default SessionStore encrypted(KeyRing ring) {
        return new EncryptedSessionStore(this, ring);
    }

    /** A store in this process, by that clock: enough for one node that may forget its sessions at a restart. */
    static SessionStore inMemory(Clock clock) {
        return new InMemorySessionStore(clock);
    }
}
