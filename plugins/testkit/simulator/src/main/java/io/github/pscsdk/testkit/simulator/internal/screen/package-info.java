/**
 * The pages for a person: the e-CPS phone, the stand-in of CPS-Gestion, and the cockpit, which shows the activity and
 * changes dials, clock and keys. Only the first two answer for a professional.
 *
 * <p>For the simulator. Safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.screen;
