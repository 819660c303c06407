package io.github.pscsdk.example.santefr.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many logins one address may begin: each is kept for ten minutes. A hospital may be one address. Safe for any thread.
 */
final class LoginLimit {
    static final int ALLOWED = 60;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    static final int MOST_ADDRESSES = 10_000;

    private final Clock clock;
    // In the order of the last login: those that have been quiet for longest are forgotten first.
    private final Map<String, Window> windows = new LinkedHashMap<>();

    private record Window(Instant end, int begun) {}

    LoginLimit(Clock clock) {
        this.clock = clock;
    }

    /** Counts a login, or says how long that address has to wait. */
    synchronized Optional<Duration> begin(String address) {
        var now = clock.instant();
        var window = Optional.ofNullable(windows.get(address))
                .filter(known -> now.isBefore(known.end))
                .orElseGet(() -> new Window(now.plus(WINDOW), 0));
        if (window.begun == ALLOWED) {
            return Optional.of(Duration.between(now, window.end));
        }
        windows.remove(address);
        windows.put(address, new Window(window.end, window.begun + 1));
        if (windows.size() > MOST_ADDRESSES) {
            windows.remove(windows.keySet().iterator().next());
        }
        return Optional.empty();
    }
}
