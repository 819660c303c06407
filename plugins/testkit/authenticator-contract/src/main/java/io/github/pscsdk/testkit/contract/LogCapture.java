package io.github.pscsdk.testkit.contract;

import java.util.List;

/**
 * What is logged while it is open, at every level. Implement it where the tests bind SLF4J to something else than Logback;
 * see {@link AuthenticatorContract#captureLog}.
 */
public interface LogCapture extends AutoCloseable {
    /** The messages so far, with the exceptions that came with them. */
    List<String> lines();

    /** Ends the recording, and leaves the log as it was. */
    @Override
    void close();
}
