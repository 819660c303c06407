/**
 * A throw-away certificate hierarchy, made anew at each start and never written to disk, and the TLS settings that come of
 * it; beside it the hierarchy that issues the certificates of virtual cards. The only user of Bouncy Castle in the test kit;
 * loaded only when {@code https()} is asked for, or the certificate of a card.
 *
 * <p>Safe for any thread.
 */
package io.github.pscsdk.testkit.card.internal.tls;
