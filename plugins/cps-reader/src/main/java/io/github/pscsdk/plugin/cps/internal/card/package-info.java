/**
 * One card: its kind, its commands, and what it tells without its code. Knows nothing of readers, PC/SC or logins, and
 * never gives a card a code. A card has one owner: nothing is safe for several threads.
 */
package io.github.pscsdk.plugin.cps.internal.card;
