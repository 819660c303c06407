/**
 * The pages for a person: the e-CPS phone, the stand-in of CPS-Gestion, the cockpit; and the control API for a program.
 * Safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.screen;
