package io.github.pscsdk.sessionstore;

import java.time.Instant;
import java.util.Objects;

/** An entry as it was read. */
public final class StoredEntry {
    private final String key;
    private final byte[] value;
    private final long version;
    private final Instant expiresAt;
    private final boolean pending;

    /**
     * What a store has read.
     *
     * @param value is not copied: a store gives each reader an array of their own
     * @param version of {@link SessionStore#write}
     * @param expiresAt by the store's clock
     * @param pending whether something has to be done later
     */
    public StoredEntry(String key, byte[] value, long version, Instant expiresAt, boolean pending) {
        this.key = Objects.requireNonNull(key, "key");
        this.value = Objects.requireNonNull(value, "value");
        this.version = version;
        this.expiresAt = Objects.requireNonNull(expiresAt, "expiresAt");
        this.pending = pending;
    }

    /** The key under which it was written. */
    public String key() {
        return key;
    }

    /** The value, which is the caller's. */
    public byte[] value() {
        return value;
    }

    /** Which write of the entry this is. */
    public long version() {
        return version;
    }

    /** When the entry expires, by the store's clock. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** Whether something has to be done later: see {@link EntryContent#due}. */
    public boolean isPending() {
        return pending;
    }

    /** Prints neither key nor value: they are secrets. */
    @Override
    public String toString() {
        return "StoredEntry[" + version + ", until " + expiresAt + (pending ? ", pending]" : "]");
    }
}
