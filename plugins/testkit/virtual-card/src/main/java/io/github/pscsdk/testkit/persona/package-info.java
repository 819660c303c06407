/**
 * The fictitious professionals: who they are, and how their logins go. For the simulator, the virtual card and tests.
 * All types are immutable.
 */
package io.github.pscsdk.testkit.persona;
