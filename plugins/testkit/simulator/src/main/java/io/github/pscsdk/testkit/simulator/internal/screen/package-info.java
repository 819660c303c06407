/** The pages for a person: phone, CPS-Gestion, cockpit; and the control API for programs. Safe for any thread. */
package io.github.pscsdk.testkit.simulator.internal.screen;
