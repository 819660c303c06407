package io.github.pscsdk.proxy.internal.admission;

import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.proxy.internal.session.Callers.Caller;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.AttemptLimits;
import io.github.pscsdk.proxy.internal.store.StoreAccess;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * Lets a login begin, or throws {@link RefusedException} with the time after which to try again: bounds how often
 * logins are started and how many are pending on this node, and has one professional asked once at a time, since each
 * login rings a phone. All nodes that share a store count together. Safe for any thread; nothing blocks.
 */
public record Admission(
        AttemptLimits limits, AdmittedLogin.Registry logins, StoreAccess store, BackchannelRequestLeases leases) {
    /** Attempts within a window, which nodes that share a store count together, by its clock. */
    record Limit(String kind, String key, int allowed, Duration window) {
        private String entry() {
            return StoreAccess.key("attempts", kind + "\n" + key);
        }

        @Override
        public String toString() {
            return "Limit[" + kind + ", " + allowed + " in " + window + "]";
        }
    }

    /** For a login on a device; the caller ends it. A refused login counts as no attempt. */
    public CompletableFuture<AdmittedLogin> onDevice(Caller caller, DeviceLogin login) {
        var person = login.request().nationalId();
        var clientId = login.client().clientId();
        var mine = logins.onDevice(clientId, person);
        // Two identifiers that differ in case name the same person.
        var name = person.value().toLowerCase(Locale.ROOT);
        var attempts = List.of(ofCaller(caller), new Limit("person", name, limits.perNationalId(), limits.window()));
        // Attempts are counted in the store, which forgets them after their window: nothing else bounds how many are
        // kept.
        if (store.sessions().isInProcess()) {
            return admitted(mine, () -> count(attempts));
        }
        var lease = leases.of(clientId, person.value());
        // Before it is taken: whatever becomes of the store's answer, the lease is released with the login.
        mine.tell(lease);
        return admitted(mine, () -> {
            lease.take().ifPresent(left -> {
                throw RefusedException.alreadyPending(left);
            });
            count(attempts);
        });
    }

    /** The same where nothing bounds how often: in conformity mode. */
    public AdmittedLogin onDeviceUncounted(DeviceLogin login) {
        return logins.besideOthers(login.request().nationalId());
    }

    /** For a login in the browser; the caller ends it. */
    public CompletableFuture<AdmittedLogin> inBrowser(Caller caller) {
        return admitted(logins.inBrowser(), () -> count(List.of(ofCaller(caller))));
    }

    /** For the code of a browser login, be it right, wrong or none. */
    public CompletableFuture<Void> code(Caller caller) {
        return counted(new Limit("code", caller.key(), limits.codesPerCaller(), limits.window()));
    }

    /** For a login that cannot be and is traced all the same. */
    public CompletableFuture<Void> refused(Caller caller) {
        return counted(new Limit("refused", caller.key(), limits.perCaller(), limits.window()));
    }

    private CompletableFuture<Void> counted(Limit limit) {
        return store.calls().run(() -> {
            count(List.of(limit));
            return null;
        });
    }

    private Limit ofCaller(Caller caller) {
        return new Limit("caller", caller.key(), limits.perCaller(), limits.window());
    }

    private void count(List<Limit> attempts) {
        begin(attempts).ifPresent(left -> {
            throw RefusedException.tooMany(left);
        });
    }

    /** A login that this node has admitted is ended where it is refused for all. */
    private CompletableFuture<AdmittedLogin> admitted(AdmittedLogin mine, Runnable admission) {
        return store.calls()
                .run(() -> {
                    admission.run();
                    return mine;
                })
                .whenComplete((admitted, refusal) -> {
                    if (refusal != null) {
                        mine.end();
                    }
                });
    }

    /**
     * Counts one attempt under each of the limits, unless one is reached: how long to wait then, in whole seconds.
     * Calls the store.
     */
    Optional<Duration> begin(List<Limit> limits) {
        var now = store.clock().instant();
        var found = limits.stream()
                .map(limit -> store.sessions().find(limit.entry()))
                .toList();
        var wait = IntStream.range(0, limits.size())
                .mapToObj(i -> wait(limits.get(i), found.get(i).map(StoredEntry::value), now))
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
        for (var i = 0; i < limits.size() && wait.isEmpty(); i++) {
            var limit = limits.get(i);
            wait = count(limit, found.get(i), now);
            if (wait.isPresent()) {
                limits.subList(0, i).forEach(earlier -> takeBack(earlier, now));
            }
        }
        return wait;
    }

    private static Optional<Duration> wait(Limit limit, Optional<byte[]> bytes, Instant now) {
        var recent = recent(limit, bytes, now);
        if (recent.size() < limit.allowed) {
            return Optional.empty();
        }
        var left =
                Duration.between(now, recent.get(recent.size() - limit.allowed).plus(limit.window));
        return Optional.of(wholeSeconds(left));
    }

    /** How long a caller is told to wait: one second at least. */
    static Duration wholeSeconds(Duration left) {
        return Duration.ofSeconds(Math.max(1, left.plusNanos(999_999_999).toSeconds()));
    }

    private static List<Instant> recent(Limit limit, Optional<byte[]> bytes, Instant now) {
        var horizon = now.minus(limit.window);
        var recent = new ArrayList<Instant>();
        bytes.map(ByteBuffer::wrap).ifPresent(times -> {
            while (times.hasRemaining()) {
                var time = Instant.ofEpochMilli(times.getLong());
                if (time.isAfter(horizon)) {
                    recent.add(time);
                }
            }
        });
        return recent;
    }

    /** Empty, unless the limit has been reached since it was read. */
    private Optional<Duration> count(Limit limit, Optional<StoredEntry> found, Instant now) {
        var times = withOneMore(limit, found.map(StoredEntry::value), now);
        var read = found.map(StoredEntry::version).orElse(SessionStore.ABSENT);
        var counted = store.sessions().write(limit.entry(), read, EntryContent.of(times, limit.window));
        if (counted.isPresent()) {
            return Optional.empty();
        }
        // Somebody else was counted in between.
        var wait = new AtomicReference<Optional<Duration>>();
        store.sessions().update(limit.entry(), limit.window, bytes -> {
            var left = wait(limit, bytes, now);
            wait.set(left);
            return left.isPresent() ? bytes : Optional.of(withOneMore(limit, bytes, now));
        });
        return Objects.requireNonNull(wait.get(), "a store calls the change");
    }

    private static byte[] withOneMore(Limit limit, Optional<byte[]> bytes, Instant now) {
        var recent = recent(limit, bytes, now);
        recent.add(now);
        return bytes(recent);
    }

    private void takeBack(Limit limit, Instant time) {
        store.sessions().update(limit.entry(), limit.window, bytes -> {
            var times = recent(limit, bytes, time);
            times.remove(Instant.ofEpochMilli(time.toEpochMilli()));
            return times.isEmpty() ? Optional.empty() : Optional.of(bytes(times));
        });
    }

    private static byte[] bytes(List<Instant> times) {
        var bytes = ByteBuffer.allocate(Long.BYTES * times.size());
        times.forEach(time -> bytes.putLong(time.toEpochMilli()));
        return bytes.array();
    }
}
