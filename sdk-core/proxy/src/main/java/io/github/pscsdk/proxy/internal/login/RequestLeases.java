package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Of nodes that share a store, one asks a person on a device at a time, for each client id. */
public final class RequestLeases {
    /**
     * Longer than Pro Santé Connect may take to accept a request, which brings its true end. A node that dies meanwhile, or whose store goes away,
     * holds nobody for longer.
     */
    static final Duration UNTIL_ACCEPTED = Duration.ofMinutes(1);

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SessionStore store;
    private final Clock clock;
    private final String node = UUID.randomUUID() + "/";
    private final AtomicLong requests = new AtomicLong();

    /** @param clock the store's */
    public RequestLeases(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** For a request to that person under that client id; nothing is in the store yet. This node has one at a time. */
    public RequestLease of(String clientId, String person) {
        return new RequestLease(StoreKeys.of("asked", clientId + "\n" + person), node + requests.incrementAndGet());
    }

    /**
     * The lease of one request. Every method calls the store. The value tells whose the lease is, also where it was written and the answer to that was
     * lost: so whatever failed may be repeated. Safe for any thread.
     */
    public final class RequestLease {
        private final String key;
        private final String request;
        private boolean released;

        private RequestLease(String key, String request) {
            this.key = key;
            this.request = request;
        }

        /**
         * Takes the lease. One that a former request of this node has left there, since the store was away at its end, passes on to this request.
         *
         * @return how long to wait at most, in whole seconds and at least one, where another node has it or this one was released; else empty
         */
        public synchronized Optional<Duration> take() {
            if (released) {
                return Optional.of(SECOND);
            }
            // A lease that is taken here would be found below as this node's own, and replaced by itself.
            if (store.putIfAbsent(key, value(), UNTIL_ACCEPTED).isPresent()) {
                return Optional.empty();
            }
            var other = store.find(key);
            return other.filter(left -> text(left).startsWith(node))
                            .filter(left -> replaced(left, UNTIL_ACCEPTED))
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of(other.map(this::left).orElse(SECOND));
        }

        private byte[] value() {
            return request.getBytes(StandardCharsets.US_ASCII);
        }

        private static String text(StoredEntry entry) {
            return new String(entry.value(), StandardCharsets.US_ASCII);
        }

        private boolean replaced(StoredEntry entry, Duration lifetime) {
            return store.write(key, entry.version(), EntryContent.of(value(), lifetime))
                    .isPresent();
        }

        private Duration left(StoredEntry entry) {
            var left = Duration.between(clock.instant(), entry.expiresAt());
            return Duration.ofSeconds(Math.max(1, left.plusNanos(999_999_999).toSeconds()));
        }

        /** Pro Santé Connect has accepted the request, which ends then at the latest. */
        public synchronized void extendTo(Instant deadline) {
            var left = Collections.max(List.of(Duration.between(clock.instant(), deadline), SECOND));
            mine().ifPresent(entry -> replaced(entry, left));
        }

        /** The request is over, or does not begin. */
        public synchronized void release() {
            released = true;
            mine().ifPresent(entry -> store.remove(key, entry.version()));
        }

        private Optional<StoredEntry> mine() {
            return store.find(key).filter(entry -> text(entry).equals(request));
        }
    }
}
