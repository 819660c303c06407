/**
 * A throw-away certificate hierarchy, made anew at each start and never written to disk, and the TLS settings that come of
 * it. The only user of Bouncy Castle in the test kit; loaded only when {@code https()} is asked for.
 *
 * <p>Safe for any thread.
 */
package io.github.pscsdk.testkit.internal.tls;
