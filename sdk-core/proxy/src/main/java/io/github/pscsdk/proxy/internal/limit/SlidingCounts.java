package io.github.pscsdk.proxy.internal.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The moments of recent attempts, by key. Not safe for threads: its owner locks. */
final class SlidingCounts {
    // Keys come from callers: without a sweep the map would grow with every address ever seen.
    private static final int SWEEP_EVERY = 256;

    private final int allowed;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Deque<Instant>> attempts = new HashMap<>();
    private int untilSweep = SWEEP_EVERY;

    SlidingCounts(int allowed, Duration window, Clock clock) {
        this.allowed = allowed;
        this.window = window;
        this.clock = clock;
    }

    /** How long until {@code key} may try again; empty where it may now. */
    Optional<Duration> wait(String key) {
        var recent = attempts.getOrDefault(key, new ArrayDeque<>());
        forgetOld(recent);
        if (recent.size() < allowed) {
            return Optional.empty();
        }
        var free = recent.getFirst().plus(window);
        return Optional.of(
                Duration.ofSeconds(Duration.between(clock.instant(), free).toSeconds() + 1));
    }

    void count(String key) {
        attempts.computeIfAbsent(key, k -> new ArrayDeque<>()).addLast(clock.instant());
        untilSweep--;
        if (untilSweep == 0) {
            untilSweep = SWEEP_EVERY;
            attempts.values().forEach(this::forgetOld);
            attempts.values().removeIf(Deque::isEmpty);
        }
    }

    private void forgetOld(Deque<Instant> recent) {
        var horizon = clock.instant().minus(window);
        while (!recent.isEmpty() && !recent.getFirst().isAfter(horizon)) {
            recent.removeFirst();
        }
    }
}
