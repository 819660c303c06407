/** How much load the simulator of the test kit bears, and how soon it is there. */
package io.github.pscsdk.benchmark.simulator;
