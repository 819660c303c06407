/** Tests of the devices. */
package io.github.pscsdk.testkit.simulator.internal.device;
