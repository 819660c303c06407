/**
 * Remembers what reached the simulator, with the secrets masked, and apart from that every secret that it gave out or was
 * given, so that a test can look for leaks.
 *
 * <p>For the other internal packages. Safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.journal;
