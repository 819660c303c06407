/**
 * The values that a test gives the simulator, or gets from it: dials and their values, clients, and what was recorded. For tests, and for
 * every other package of the simulator.
 *
 * <p>Everything here is immutable except {@link io.github.pscsdk.testkit.simulator.model.Dials}, which is safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.model;
