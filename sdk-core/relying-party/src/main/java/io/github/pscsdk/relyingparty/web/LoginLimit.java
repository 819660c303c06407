package io.github.pscsdk.relyingparty.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often somebody may try to log in. The window slides; what is refused does not count. Counts in this node's
 * memory, for a hundred thousand keys at most: of more, the quietest are forgotten. Safe for any thread.
 */
public final class LoginLimit {
    private static final int USUAL = 60;
    private static final Duration USUAL_WINDOW = Duration.ofMinutes(10);
    // Keys come from callers: without a bound the map would grow with every address ever seen.
    private static final int MOST_KEYS = 100_000;

    private final Clock clock;
    private final int allowed;
    private final Duration window;
    /** The moments of the attempts, by key; in the order of the latest attempt. */
    private final Map<String, Deque<Instant>> attempts = new LinkedHashMap<>();

    /**
     * A limit of one's own.
     *
     * @param clock that of the relying party
     * @param allowed how many attempts of one key, at least one
     * @param window in which time
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
     * Counts an attempt, or says how long to wait, in whole seconds.
     *
     * @param key who tries, such as an address: behind a reverse proxy the one that the proxy saw
     */
    public synchronized Optional<Duration> begin(String key) {
        var recent = attempts.getOrDefault(key, new ArrayDeque<>());
        forgetOld(recent);
        if (recent.size() >= allowed) {
            var left = Duration.between(clock.instant(), recent.getFirst().plus(window));
            // A second begun counts as one, so that nobody comes too early.
            return Optional.of(Duration.ofSeconds(left.plusNanos(999_999_999).toSeconds()));
        }
        recent.addLast(clock.instant());
        // To the end of the order.
        attempts.remove(key);
        attempts.put(key, recent);
        if (attempts.size() > MOST_KEYS) {
            attempts.remove(attempts.keySet().iterator().next());
        }
        forgetQuiet();
        return Optional.empty();
    }

    synchronized int keys() {
        return attempts.size();
    }

    /** Forgets those whose latest attempt is past. */
    private void forgetQuiet() {
        var quiet = attempts.values().iterator();
        while (quiet.hasNext()) {
            var recent = quiet.next();
            forgetOld(recent);
            if (!recent.isEmpty()) {
                return;
            }
            quiet.remove();
        }
    }

    private void forgetOld(Deque<Instant> recent) {
        var horizon = clock.instant().minus(window);
        while (!recent.isEmpty() && !recent.getFirst().isAfter(horizon)) {
            recent.removeFirst();
        }
    }

    /** Prints the limit, and no key: it may be the address of a person. */
    @Override
    public String toString() {
        return "LoginLimit[" + allowed + " in " + window + "]";
    }
}
