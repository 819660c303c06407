package io.github.pscsdk.proxy.internal.trace;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Where traces are kept. */
public interface TraceStore extends AutoCloseable {
    void append(Trace trace) throws IOException;

    /** Those with {@code start < timestamp < end}, oldest first. */
    List<Trace> between(Instant start, Instant end) throws IOException;

    @Override
    void close() throws IOException;
}
