/**
 * Keys of cards, and two certificate hierarchies, made at each start and never written to a disk. The only user of
 * Bouncy Castle in the test kit. Safe for any thread, except a card's key.
 */
package io.github.pscsdk.testkit.card.internal.crypto;
