package io.github.pscsdk.proxy.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * How much goes through.
 *
 * @param bodyBytes the largest body of a request to a backend, and of its response
 * @param connectionsPerAddress how many connections one address may have at once, but for a trusted reverse proxy
 * @param pendingLogins how many logins may be pending at once, in both ways in
 * @param connectWithin how long a caller of {@code /connect} waits at most; empty where Pro Santé Connect says so alone
 */
public record TrafficLimits(
        long bodyBytes, int connectionsPerAddress, int pendingLogins, Optional<Duration> connectWithin) {
    /**
     * 8 MiB; 2,000 connections, for a hospital behind one address; 10,000 logins; as long as Pro Santé Connect lets a
     * professional answer.
     */
    public static final TrafficLimits DEFAULT = new TrafficLimits(8 * 1024 * 1024, 2000, 10_000, Optional.empty());

    public TrafficLimits {
        if (bodyBytes < 1 || connectionsPerAddress < 1 || pendingLogins < 1) {
            throw new IllegalArgumentException("limits are at least one byte, one connection and one login");
        }
        if (connectWithin.filter(limit -> limit.isNegative() || limit.isZero()).isPresent()) {
            throw new IllegalArgumentException("a caller of /connect waits for longer than zero");
        }
    }
}
