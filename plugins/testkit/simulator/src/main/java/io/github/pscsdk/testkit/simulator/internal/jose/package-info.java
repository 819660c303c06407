/**
 * Signs tokens (RFC 7515, RS256) and publishes keys (RFC 7517) with the JDK alone: the simulator shares no JOSE library
 * with the SDK that it tests. Safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.jose;
