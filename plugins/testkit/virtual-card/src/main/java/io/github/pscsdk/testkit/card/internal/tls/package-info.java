/**
 * Two temporary certificate hierarchies, which are made at each start and never written to a disk: one for TLS
 * servers and clients, one for the certificates of virtual cards. The only user of Bouncy Castle in the test kit.
 * Loaded only for {@code https()} or for the certificate of a card.
 *
 * <p>Safe for any thread.
 */
package io.github.pscsdk.testkit.card.internal.tls;
