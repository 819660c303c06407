package io.github.pscsdk.sessionstore;

import java.time.Instant;
import java.util.Objects;

/**
 * An entry as it was read.
 *
 * @param key under which it was written
 * @param value is not copied: a store gives each reader an array of their own
 * @param version of {@link SessionStore#write}
 * @param expiresAt by the store's clock
 * @param isPending whether something has to be done later: see {@link EntryContent#due}
 */
public record StoredEntry(String key, byte[] value, long version, Instant expiresAt, boolean isPending) {
    public StoredEntry {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** Prints neither key nor value: they are secrets. */
    @Override
    public String toString() {
        return "StoredEntry[" + version + ", until " + expiresAt + (isPending ? ", pending]" : "]");
    }
}
