/** The fictitious professionals. For the simulator, the virtual card and tests. */
package io.github.pscsdk.testkit.persona;
