/** Signs tokens (RFC 7515, RS256) and publishes keys (RFC 7517), without a library of the SDK's. For any thread. */
package io.github.pscsdk.testkit.simulator.internal.jose;
