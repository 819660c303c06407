package io.github.pscsdk.spi;

import java.io.IOException;
import java.util.Optional;

/**
 * A small store of one authenticator on this workstation, for what it must know of a device the next time, such as a
 * counter. Implemented by the engine and by the test kit only: a minor version may add methods. Safe for any thread of
 * one process.
 *
 * <p>Other programs of the person can read its files: keep no secret and nothing about a person in them. Not yet
 * stable.
 */
public interface DeviceState {
    /** How much one value may hold, and all values together, in bytes. */
    int MOST_BYTES = 64 * 1024;

    /**
     * The value that was written last, if any.
     *
     * @param key 1 to 64 lower-case letters, digits, dots, dashes and underscores; no dot in front
     * @throws IllegalArgumentException if the key is of another shape
     */
    Optional<byte[]> read(String key) throws IOException;

    /**
     * Writes a value in place of the one before, wholly or not at all, even if the power fails.
     *
     * @throws IllegalArgumentException if the key is of another shape, or there would be more than {@link #MOST_BYTES}
     */
    void write(String key, byte[] value) throws IOException;

    /** Forgets a value, if there is one. */
    void delete(String key) throws IOException;
}
