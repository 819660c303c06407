/**
 * The card as bytes: which card it is, which commands it understands, what its files and its counters say. Knows nothing of
 * readers, PC/SC or logins, and never gives a card a code.
 *
 * <p>Nothing here is safe for several threads at once: a card has one owner.
 */
package io.github.pscsdk.plugin.cps.internal.card;
