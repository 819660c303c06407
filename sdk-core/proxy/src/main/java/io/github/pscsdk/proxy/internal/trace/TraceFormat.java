package io.github.pscsdk.proxy.internal.trace;

import java.util.Optional;

/** How a trace is written. */
public interface TraceFormat {
    /** As one line without its end, in UTF-8. */
    byte[] write(Trace trace);

    /** The trace that was written; empty where it is none. */
    Optional<Trace> read(byte[] written);
}
