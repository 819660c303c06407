package io.github.pscsdk.sessionstore;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What has to be done later, by whichever node is there then: logins that wait for their professional, logouts that Pro Santé Connect has not heard of. An entry is due at a time; a
 * node claims what is due, for a lease, does it, and then says when it is due again, or finishes it with an outcome. A node that dies leaves its claims
 * to the others: they are due again when the lease is over. The version of a claim fences off whoever held the one before.
 *
 * <p>Keys, values, versions, times, threads and failures are as in {@link SessionStore}. A kind has at most {@value #LONGEST_KIND} lower-case letters and hyphens; a key
 * belongs to one kind.
 */
public interface PendingStore {
    /** Characters of the longest kind. */
    int LONGEST_KIND = 20;

    /**
     * Adds an entry, atomically.
     *
     * @param dueIn zero or more
     * @param lifetime after which it is gone, done or not
     * @return its version; empty if there is one of that key
     */
    OptionalLong add(String kind, String key, byte[] value, Duration dueIn, Duration lifetime);

    /**
     * Claims entries of that kind that are due, those first that have been so for the longest time; each is due again after the lease. No entry is claimed by two callers at once.
     *
     * @param node the name of who claims them, for whoever looks into the store: at most 60 printable ASCII characters
     * @param lease longer than zero
     * @param most how many at most; zero or more
     */
    List<PendingEntry> claimDue(String kind, String node, Duration lease, int most);

    /**
     * Changes an entry that is still what the caller claimed or read, atomically; also prolongs a claim, or gives it back.
     *
     * @param dueIn zero or more
     * @return the new version; empty if there is no such entry, one of another version, or a finished one
     */
    OptionalLong reschedule(String key, long version, byte[] value, Duration dueIn);

    /**
     * Finishes an entry that is still what the caller claimed or read, atomically: it is never due again.
     *
     * @param outcome takes the value's place
     * @param lifetime of the outcome
     * @return whether this call has finished it; false if there is no such entry, one of another version, or a finished one
     */
    boolean finish(String key, long version, byte[] outcome, Duration lifetime);

    /** The entry, done or not, where there is one that has not expired. */
    Optional<PendingEntry> find(String key);

    /**
     * Removes an entry, done or not, that is still what the caller read, atomically.
     *
     * @return whether this call has removed it
     */
    boolean remove(String key, long version);

    /** How many entries of that kind are not finished, counted to {@code most}. */
    int count(String kind, int most);

    /** As {@link SessionStore#isInProcess}. */
    default boolean isInProcess() {
        return false;
    }

    /** As {@link SessionStore#isEncrypted}. */
    default boolean isEncrypted() {
        return false;
    }

    /** As {@link SessionStore#encrypted}. */
    default PendingStore encrypted(KeyRing ring) {
        return new EncryptedPendingStore(this, ring);
    }

    /** A store in this process. */
    static PendingStore inMemory(Clock clock) {
        return new InMemoryPendingStore(clock);
    }
}
