package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.sessionstore.SessionStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What nodes that share a store count together: attempts within a window, and who is being asked. Every method calls the store. */
public final class SharedCounts {
    /** Longer than Pro Santé Connect may take to accept a request, which brings its true end. A node that dies meanwhile, or whose store goes away, holds nobody for longer. */
    static final Duration UNTIL_ACCEPTED = Duration.ofMinutes(1);

    private final SessionStore store;
    private final Clock clock;

    /** @param clock the store's */
    public SharedCounts(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Attempts of one kind and key.
     *
     * @param allowed how many within the window
     */
    public record Limit(String kind, String key, int allowed, Duration window) {
        private String entry() {
            return "psc-proxy/attempts/" + digest(kind + "\n" + key);
        }

        /** Hides the key: it may be of a person. */
        @Override
        public String toString() {
            return "Limit[" + kind + ", " + allowed + " in " + window + "]";
        }
    }

    /** Counts one attempt under each of the limits, unless one of them is reached: how long to wait then, in whole seconds. */
    public Optional<Duration> begin(List<Limit> limits) {
        var wait = limits.stream().flatMap(limit -> wait(limit).stream()).max(Duration::compareTo);
        if (wait.isEmpty()) {
            limits.forEach(this::count);
        }
        return wait;
    }

    private Optional<Duration> wait(Limit limit) {
        var recent = recent(limit, store.find(limit.entry()).map(entry -> entry.value()));
        if (recent.size() < limit.allowed) {
            return Optional.empty();
        }
        var left = Duration.between(
                clock.instant(), recent.get(recent.size() - limit.allowed).plus(limit.window));
        return Optional.of(
                Duration.ofSeconds(Math.max(1, left.plusNanos(999_999_999).toSeconds())));
    }

    private List<Instant> recent(Limit limit, Optional<byte[]> bytes) {
        var horizon = clock.instant().minus(limit.window);
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

    private void count(Limit limit) {
        store.update(limit.entry(), limit.window, bytes -> {
            var recent = recent(limit, bytes);
            recent.add(clock.instant());
            var newest = recent.subList(Math.max(0, recent.size() - limit.allowed), recent.size());
            var times = ByteBuffer.allocate(Long.BYTES * newest.size());
            newest.forEach(time -> times.putLong(time.toEpochMilli()));
            return Optional.of(times.array());
        });
    }

    /** A person who is being asked, by whichever node. */
    public final class Asked {
        private final String key;
        private long version;

        private Asked(String key, long version) {
            this.key = key;
            this.version = version;
        }

        /** Pro Santé Connect has accepted the request. */
        public synchronized void until(Instant deadline) {
            var left = Duration.between(clock.instant(), deadline);
            var lifetime = left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
            var next = store.compareAndSet(key, version, new byte[0], lifetime);
            version = next.orElse(version);
        }

        /** The request is over. */
        public synchronized void end() {
            store.remove(key, version);
        }
    }

    /** Begins a request to that person under that client id; empty while there is another one. */
    public Optional<Asked> ask(String clientId, String person) {
        var key = asked(clientId, person);
        OptionalLong version = store.putIfAbsent(key, new byte[0], UNTIL_ACCEPTED);
        return version.isPresent() ? Optional.of(new Asked(key, version.getAsLong())) : Optional.empty();
    }

    /** How long at most until the other request is over: whole seconds, at least one. */
    public Duration untilAskedAgain(String clientId, String person) {
        return store.find(asked(clientId, person))
                .map(entry -> Duration.between(clock.instant(), entry.expiresAt()))
                .map(left -> Duration.ofSeconds(
                        Math.max(1, left.plusNanos(999_999_999).toSeconds())))
                .orElse(Duration.ofSeconds(1));
    }

    private static String asked(String clientId, String person) {
        return "psc-proxy/asked/" + digest(clientId + "\n" + person);
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
