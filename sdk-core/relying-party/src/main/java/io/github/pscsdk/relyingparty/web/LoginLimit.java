package io.github.pscsdk.relyingparty.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many logins one address may begin: each has Pro Santé Connect's login page asked for, and is kept until it is given
 * up. Counts in the memory of this node, for ten thousand addresses at most: of more, those that have been quiet for
 * longest are forgotten. Safe for any thread.
 */
public final class LoginLimit {
    private static final int USUAL = 60;
    private static final Duration USUAL_WINDOW = Duration.ofMinutes(10);
    private static final int MOST_ADDRESSES = 10_000;

    private final Clock clock;
    private final int allowed;
    private final Duration window;
    // In the order of the last login.
    private final Map<String, Count> counts = new LinkedHashMap<>();

    private record Count(Instant end, int begun) {}

    /**
     * A limit of one's own.
     *
     * @param clock that of the relying party
     * @param allowed how many logins of one address, at least one
     * @param window in which time, counted from the first of them
     */
    public LoginLimit(Clock clock, int allowed, Duration window) {
        if (allowed < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("a limit that lets nobody log in, or everybody");
        }
        this.clock = clock;
        this.allowed = allowed;
        this.window = window;
    }

    /** Sixty in ten minutes, which is as long as a login is waited for: a whole practice may be one address. */
    public static LoginLimit usual(Clock clock) {
        return new LoginLimit(clock, USUAL, USUAL_WINDOW);
    }

    /**
     * Counts a login, or says how long that address has to wait, in whole seconds.
     *
     * @param address as the application knows it: behind a reverse proxy the one that the proxy saw, not the proxy's own
     */
    public Optional<Duration> begin(String address) {
        synchronized (counts) {
            return count(address);
        }
    }

    private Optional<Duration> count(String address) {
        var now = clock.instant();
        var count = Optional.ofNullable(counts.get(address))
                .filter(known -> now.isBefore(known.end))
                .orElseGet(() -> new Count(now.plus(window), 0));
        if (count.begun == allowed) {
            // A second begun counts as one, so that nobody comes too early.
            return Optional.of(Duration.ofSeconds(
                    Duration.between(now, count.end).plusMillis(999).toSeconds()));
        }
        counts.remove(address);
        counts.put(address, new Count(count.end, count.begun + 1));
        if (counts.size() > MOST_ADDRESSES) {
            counts.remove(counts.keySet().iterator().next());
        }
        return Optional.empty();
    }
}
