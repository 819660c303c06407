/** One card, without readers, PC/SC and logins. Never gives a card a code. For one thread, the card's owner. */
package io.github.pscsdk.plugin.cps.internal.card;
