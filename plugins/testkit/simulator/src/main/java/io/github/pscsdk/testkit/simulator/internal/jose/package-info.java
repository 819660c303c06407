/**
 * Signs tokens (RFC 7515, RS256) and publishes keys (RFC 7517), with the JDK's cryptography only. The simulator is an
 * independent implementation, so it shares no JOSE library with the SDK that it tests.
 *
 * <p>For the two authorization servers. Safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.jose;
