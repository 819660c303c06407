package io.github.pscsdk.proxy.internal.trace;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Where traces are kept. */
public interface TraceStore extends AutoCloseable {
    /** Keeps a trace: it is there for good when this returns, as far as the store can hold it. */
    void append(Trace trace) throws IOException;

    /** Those with {@code start < timestamp < end}, oldest first. */
    List<Trace> between(Instant start, Instant end) throws IOException;

    @Override
    void close() throws IOException;

    /** The most recent traces, lost at a restart: for demonstrations and tests. */
    final class InMemory implements TraceStore {
        /** The oldest one goes when another comes. */
        public static final int CAPACITY = 10_000;

        private final Deque<Trace> traces = new ArrayDeque<>();

        @Override
        public synchronized void append(Trace trace) {
            if (traces.size() == CAPACITY) {
                traces.removeFirst();
            }
            traces.addLast(trace);
        }

        @Override
        public synchronized List<Trace> between(Instant start, Instant end) {
            return traces.stream()
                    .filter(trace -> trace.timestamp().isAfter(start)
                            && trace.timestamp().isBefore(end))
                    .toList();
        }

        @Override
        public void close() {}
    }
}
