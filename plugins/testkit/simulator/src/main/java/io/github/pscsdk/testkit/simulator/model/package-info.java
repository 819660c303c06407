/** The values that a test gives the simulator, or gets from it. Immutable. */
package io.github.pscsdk.testkit.simulator.model;
