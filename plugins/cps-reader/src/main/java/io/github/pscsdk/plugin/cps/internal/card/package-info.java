/**
 * One card: which kind it is, which commands it takes, and what it tells without its code: serial number, certificate, whose it is, how
 * many tries its code has left. Knows nothing of readers, PC/SC or logins, and never gives a card a code; what it reads of a person is
 * printed nowhere.
 *
 * <p>Nothing here is safe for several threads at once: a card has one owner.
 */
package io.github.pscsdk.plugin.cps.internal.card;
