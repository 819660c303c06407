/** The card in a reader as CPS-Gestion uses it, for the simulator's stand-in. Safe for any thread. */
package io.github.pscsdk.testkit.card.internal.gestion;
