/** Tests of what every page has in common. */
package io.github.pscsdk.testkit.simulator.internal.page;
