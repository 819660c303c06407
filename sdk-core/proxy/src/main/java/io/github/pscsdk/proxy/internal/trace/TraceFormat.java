package io.github.pscsdk.proxy.internal.trace;

import java.util.Optional;

/** How a trace is written in one line. */
public interface TraceFormat {
    /** One line without its end. */
    String line(Trace trace);

    /** The trace of a line; empty where it is not one, such as the last line of a node that lost its power. */
    Optional<Trace> parse(String line);
}
