/**
 * The fictitious professionals: who they are, and what a login of theirs runs into. For the simulator, the virtual card and
 * whoever tests with them; all is immutable.
 */
package io.github.pscsdk.testkit.persona;
