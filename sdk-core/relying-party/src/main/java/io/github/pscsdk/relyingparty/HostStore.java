package io.github.pscsdk.relyingparty;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The host's store. What it throws is marked, so that it is not taken for a fault of what PSC sent. */
final class HostStore implements SessionStore {
    private final SessionStore store;

    HostStore(SessionStore store) {
        this.store = store;
    }

    /** Holds what the store threw. */
    static final class FailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient RuntimeException thrown;

        private FailedException(RuntimeException thrown) {
            super(thrown);
            this.thrown = thrown;
        }

        @Override
        public synchronized RuntimeException getCause() {
            return thrown;
        }
    }

    @Override
    public void put(String key, byte[] value, Instant expiresAt) {
        marked(() -> {
            store.put(key, value, expiresAt);
            return null;
        });
    }

    @Override
    public boolean replace(String key, byte[] value, Instant expiresAt) {
        return marked(() -> store.replace(key, value, expiresAt));
    }

    @Override
    public boolean renew(String key, Instant expiresAt) {
        return marked(() -> store.renew(key, expiresAt));
    }

    @Override
    public Optional<byte[]> get(String key) {
        return marked(() -> store.get(key));
    }

    @Override
    public Optional<byte[]> take(String key) {
        return marked(() -> store.take(key));
    }

    @Override
    public void remove(String key) {
        marked(() -> {
            store.remove(key);
            return null;
        });
    }

    private static <T> T marked(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            throw new FailedException(e);
        }
    }
}
