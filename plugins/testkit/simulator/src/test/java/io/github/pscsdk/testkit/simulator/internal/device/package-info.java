/** Tests of the devices. */
package io.github.pscsdk.testkit.internal.device;
