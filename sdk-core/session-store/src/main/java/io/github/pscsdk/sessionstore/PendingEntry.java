package io.github.pscsdk.sessionstore;

import java.util.Objects;

/** An entry of a {@link PendingStore} as it was claimed or read. */
public final class PendingEntry {
    private final String key;
    private final byte[] value;
    private final long version;
    private final boolean finished;

    /**
     * What a store has read.
     *
     * @param key as it was added
     * @param value of an entry that is not finished; else its outcome. Is not copied: a store gives each reader an array of their own
     * @param version of {@link PendingStore#reschedule}
     * @param finished whether it has an outcome
     */
    public PendingEntry(String key, byte[] value, long version, boolean finished) {
        this.key = Objects.requireNonNull(key, "key");
        this.value = Objects.requireNonNull(value, "value");
        this.version = version;
        this.finished = finished;
    }

    /** The key under which it was added. */
    public String key() {
        return key;
    }

    /** The value, or the outcome of what is finished; the caller's. */
    public byte[] value() {
        return value;
    }

    /** Which write of the entry this is. */
    public long version() {
        return version;
    }

    /** Whether it has an outcome. */
    public boolean isFinished() {
        return finished;
    }

    /** Prints neither key nor value: they are secrets. */
    @Override
    public String toString() {
        return "PendingEntry[" + version + (finished ? ", finished]" : "]");
    }
}
