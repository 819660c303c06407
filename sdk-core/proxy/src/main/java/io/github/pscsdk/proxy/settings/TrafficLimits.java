package io.github.pscsdk.proxy.settings;

/**
 * How much goes through.
 *
 * @param bodyBytes the largest body of a request to a backend, and of its response
 * @param connectionsPerAddress how many connections one address may have at once; a trusted reverse proxy may have any number
 * @param pendingLogins how many logins may be pending at once, in both ways in
 */
public record TrafficLimits(long bodyBytes, int connectionsPerAddress, int pendingLogins) {
    /** 8 MiB; 2,000 connections: a hospital behind one address has that many workstations; and 10,000 logins. */
    public static final TrafficLimits DEFAULT = new TrafficLimits(8 * 1024 * 1024, 2000, 10_000);

    /** Checks that something may pass. */
    public TrafficLimits {
        if (bodyBytes < 1 || connectionsPerAddress < 1 || pendingLogins < 1) {
            throw new IllegalArgumentException("limits are at least one byte, one connection and one login");
        }
    }
}
