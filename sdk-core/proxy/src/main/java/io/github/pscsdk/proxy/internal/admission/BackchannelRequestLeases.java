package io.github.pscsdk.proxy.internal.admission;

import io.github.pscsdk.proxy.internal.store.StoreAccess;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import io.github.pscsdk.time.internal.Scheduler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Of nodes that share a store, one asks a person on a device at a time, for each client id, by a lease that it renews:
 * where it dies, the person may be asked again within {@link #LEASE}. A node that goes on with another one's login goes
 * on with its lease.
 */
public final class BackchannelRequestLeases {
    private static final Logger log = LoggerFactory.getLogger(BackchannelRequestLeases.class);

    /** From the last sign of a node. */
    static final Duration LEASE = Duration.ofSeconds(45);

    static final Duration BETWEEN_RENEWALS = LEASE.dividedBy(3);

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SessionStore store;
    private final StoreAccess access;
    private final Scheduler timers;
    private final String node = UUID.randomUUID() + "/";
    private final AtomicLong requests = new AtomicLong();

    /**
     * @param access its calls write, again and again while the store is away, what other nodes have to know: until then
     *     they refuse the person
     */
    public BackchannelRequestLeases(StoreAccess access, Scheduler timers) {
        this.store = access.sessions();
        this.access = access;
        this.timers = timers;
    }

    /** For a request to that person under that client id; nothing is in the store yet. This node has one at a time. */
    public Lease of(String clientId, String person) {
        return new Lease(clientId, person, node + requests.incrementAndGet());
    }

    /** Goes on with the lease of a login whose node has left it, unless somebody else has asked the person since. */
    public Lease goOn(String clientId, String person, String request) {
        var lease = new Lease(clientId, person, request);
        lease.quietly(lease::take);
        return lease;
    }

    /**
     * The lease of one request. Its value tells whose it is, so whatever failed may be repeated. Safe for any thread.
     */
    public final class Lease implements AdmittedLogin.Listener {
        private final String key;
        private final String request;
        private Optional<Instant> deadline = Optional.empty();
        private long version = SessionStore.ABSENT;
        private volatile boolean released;

        private Lease(String clientId, String person, String request) {
            // Two identifiers that differ in case name the same person.
            this.key = StoreAccess.key("asked", clientId + "\n" + person.toLowerCase(Locale.ROOT));
            this.request = request;
        }

        @Override
        public String request() {
            return request;
        }

        /**
         * Takes the lease, and renews it from then on; also one that a former request of this node has left. Calls the
         * store.
         *
         * @return how long to wait at most, in whole seconds and at least one, where another node has it or this one
         *     was released; else empty
         */
        public synchronized Optional<Duration> take() {
            if (released) {
                return Optional.of(SECOND);
            }
            // A lease that is taken here would be found below as this node's own, and replaced by itself.
            if (written(SessionStore.ABSENT)) {
                renewLater();
                return Optional.empty();
            }
            var other = store.find(key);
            var passesOn = other.filter(left -> isMine(left) || text(left).startsWith(node))
                    .filter(left -> written(left.version()))
                    .isPresent();
            if (passesOn) {
                renewLater();
            }
            return passesOn
                    ? Optional.empty()
                    : Optional.of(other.map(this::left).orElse(SECOND));
        }

        private boolean written(long read) {
            var value = request + deadline.map(end -> " " + end.toEpochMilli()).orElse("");
            var content = EntryContent.of(value.getBytes(StandardCharsets.US_ASCII), LEASE);
            var written = store.write(key, read, content);
            written.ifPresent(next -> version = next);
            return written.isPresent();
        }

        private boolean isMine(StoredEntry entry) {
            return text(entry).split(" ", 2)[0].equals(request);
        }

        private static String text(StoredEntry entry) {
            return new String(entry.value(), StandardCharsets.US_ASCII);
        }

        /** Until its request is over, as far as that is known. */
        private Duration left(StoredEntry entry) {
            var parts = text(entry).split(" ", 2);
            var end = parts.length < 2 ? entry.expiresAt() : Instant.ofEpochMilli(Long.parseLong(parts[1]));
            return Admission.wholeSeconds(Duration.between(access.clock().instant(), end));
        }

        private void renewLater() {
            timers.after(
                    BETWEEN_RENEWALS,
                    () -> quietly(() -> {
                        if (renewed()) {
                            renewLater();
                        }
                    }));
        }

        /** False where it is no longer this request's. */
        private synchronized boolean renewed() {
            return !released
                    && (version != SessionStore.ABSENT && written(version)
                            || store.find(key)
                                    .filter(this::isMine)
                                    .filter(mine -> written(mine.version()))
                                    .isPresent());
        }

        @Override
        public void accepted(Instant end) {
            synchronized (this) {
                deadline = Optional.of(end);
            }
            quietly(this::renewed);
        }

        @Override
        public void ended() {
            // At once: no renewal overtakes the release.
            released = true;
            quietly(this::release);
        }

        /** The request is over, or does not begin. Calls the store. */
        synchronized void release() {
            released = true;
            store.find(key).filter(this::isMine).ifPresent(entry -> store.remove(key, entry.version()));
        }

        private void quietly(Runnable work) {
            access.calls()
                    .retry(() -> {
                        work.run();
                        return null;
                    })
                    .exceptionally(failure -> {
                        log.warn(
                                "who is being asked is not told to other nodes: {}",
                                Futures.causeOf(failure).getClass().getName());
                        return null;
                    });
        }
    }
}
