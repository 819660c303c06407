package io.github.pscsdk.sessionstore;

import java.time.Instant;
import java.util.Objects;

/** An entry as it was read. */
public final class StoredEntry {
    private final byte[] value;
    private final long version;
    private final Instant expiresAt;

    /**
     * What a store has read.
     *
     * @param value is not copied: a store gives each reader an array of their own
     * @param version of {@link SessionStore#compareAndSet}
     * @param expiresAt by the store's clock
     */
    public StoredEntry(byte[] value, long version, Instant expiresAt) {
        this.value = Objects.requireNonNull(value, "value");
        this.version = version;
        this.expiresAt = Objects.requireNonNull(expiresAt, "expiresAt");
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

    /** Prints no value: it is a secret. */
    @Override
    public String toString() {
        return "StoredEntry[" + version + ", until " + expiresAt + "]";
    }
}
