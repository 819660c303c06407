/**
 * The card in a reader as CPS-Gestion uses a real one, for the simulator's stand-in of that program. Safe for any
 * thread.
 */
package io.github.pscsdk.testkit.card.internal.gestion;
