/** The values of the dials that are set by their names. */
package io.github.pscsdk.testkit.simulator.internal.model;
