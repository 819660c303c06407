/**
 * The pages on the simulator's own origin: the e-CPS phone, the stand-in of CPS-Gestion, and the cockpit that shows what goes
 * on and turns dials, clock and keys. Only the first two answer for a professional.
 *
 * <p>For the simulator. Safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.screen;
