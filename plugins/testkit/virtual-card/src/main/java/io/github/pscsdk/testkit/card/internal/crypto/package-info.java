/**
 * Keys of cards, and two temporary certificate hierarchies, which are made at each start and never written to a disk:
 * one for the certificates of virtual cards, one for TLS servers and clients. The only user of Bouncy Castle in the
 * test kit.
 *
 * <p>Safe for any thread, except a {@link io.github.pscsdk.testkit.card.internal.crypto.CardKey}.
 */
package io.github.pscsdk.testkit.card.internal.crypto;
