/**
 * The pages for a person: the e-CPS phone, the stand-in of CPS-Gestion, and the cockpit, which shows the activity and
 * changes dials, clock and keys; and the control API, which does the same for a program.
 *
 * <p>For the simulator. Safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.screen;
