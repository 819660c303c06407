package io.github.pscsdk.spi;

import java.io.IOException;
import java.util.Optional;

/**
 * A small store of one authenticator on this workstation, for what it must know of a device the next time, such as a counter.
 * Implemented by the engine and by the test kit only, so a minor version may add methods. Safe for any thread of one process.
 *
 * <p>The files lie in a folder that the host names. Other programs of the person can read them: keep no secret and nothing
 * about a person in them.
 *
 * <p>Not yet stable: a minor version may change it.
 */
public interface DeviceState {
    /** How much one value may hold, and all values together, in bytes. */
    int MOST_BYTES = 64 * 1024;

    /**
     * What was written last; empty if nothing was.
     *
     * @param key 1 to 64 lower-case letters, digits, dots, dashes and underscores; no dot in front
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if the key is of another shape
     */
    Optional<byte[]> read(String key) throws IOException;

    /**
     * Writes a value in place of the one before, wholly or not at all, even if the power fails.
     *
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if the key is of another shape, or there would be more than {@link #MOST_BYTES}
     */
    void write(String key, byte[] value) throws IOException;

    /**
     * Forgets a value, if there is one.
     *
     * @throws IOException if it cannot be deleted
     */
    void delete(String key) throws IOException;
}
