package io.github.pscsdk.proxy.internal.settings;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.tracestore.TraceStore;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a proxy keeps sessions, what has to be done later, and perhaps traces.
 * Opened at the start, closed after everything else.
 */
@FunctionalInterface
public interface StoreSource {
    /**
     * Opens the stores. A server that does not answer is found out later, by their check.
     *
     * @throws StoreException if they cannot be opened at all: the proxy does not start then
     */
    OpenStores open();

    /**
     * Stores of the host's own, in this process or {@linkplain SessionStore#encrypted encrypted}, which stay open when
     * the proxy stops.
     */
    static StoreSource of(SessionStore sessions) {
        return of(new OpenStores(sessions, Optional.empty(), () -> {}));
    }

    /** The same with a place for traces, encrypted too. */
    static StoreSource of(SessionStore sessions, TraceStore traces) {
        return of(new OpenStores(sessions, Optional.of(traces), () -> {}));
    }

    private static StoreSource of(OpenStores stores) {
        return () -> stores;
    }

    /** Stores that are open; {@code closing} is run when the proxy has stopped. */
    record OpenStores(SessionStore sessions, Optional<TraceStore> traces, Runnable closing) implements AutoCloseable {
        public OpenStores {
            Objects.requireNonNull(sessions, "sessions");
            Objects.requireNonNull(traces, "traces");
            Objects.requireNonNull(closing, "closing");
        }

        @Override
        public void close() {
            closing.run();
        }
    }
}
