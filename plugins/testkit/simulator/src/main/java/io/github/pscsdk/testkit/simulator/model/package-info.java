/**
 * The values that a test gives the simulator, or gets from it. Immutable, except {@link
 * io.github.pscsdk.testkit.simulator.model.Dials}, which is safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.model;
