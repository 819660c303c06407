package io.github.pscsdk.testkit.contract;

import java.util.List;

/**
 * Records the log at every level while it is open. Implement it if the tests bind SLF4J to another library than
 * Logback: see {@link AuthenticatorContract#captureLog}.
 */
public interface LogCapture extends AutoCloseable {
    /** The messages so far, with their exceptions. */
    List<String> lines();

    /** Ends the recording and restores the log. */
    @Override
    void close();
}
