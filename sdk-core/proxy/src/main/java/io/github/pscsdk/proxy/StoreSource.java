package io.github.pscsdk.proxy;

import io.github.pscsdk.sessionstore.PendingStore;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import java.util.Objects;

/**
 * Where a proxy keeps sessions, and what has to be done later. A proxy opens it when it starts, and closes what was opened after everything else.
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
     * Stores of the host's own, which stay open when the proxy stops.
     *
     * @param sessions in this process, or {@linkplain SessionStore#encrypted encrypted}; so is the other one
     */
    static StoreSource of(SessionStore sessions, PendingStore pending) {
        var stores = new OpenStores(sessions, pending, () -> {});
        return () -> stores;
    }

    /**
     * Stores that are open.
     *
     * @param closing what the proxy does when it has stopped
     */
    record OpenStores(SessionStore sessions, PendingStore pending, Runnable closing) implements AutoCloseable {
        /** Both are needed. */
        public OpenStores {
            Objects.requireNonNull(sessions, "sessions");
            Objects.requireNonNull(pending, "pending");
            Objects.requireNonNull(closing, "closing");
        }

        @Override
        public void close() {
            closing.run();
        }
    }
}
