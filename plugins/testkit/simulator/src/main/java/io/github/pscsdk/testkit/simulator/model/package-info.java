/** The values that a test gives the simulator, or gets from it. Immutable. */
@NullMarked
package io.github.pscsdk.testkit.simulator.model;

import org.jspecify.annotations.NullMarked;
