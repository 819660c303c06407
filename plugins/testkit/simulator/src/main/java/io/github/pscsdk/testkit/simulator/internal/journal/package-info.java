/**
 * Records the requests that reached the simulator, with the secrets masked. Separately it keeps every secret that was
 * issued or received, so that a test can look for leaks.
 *
 * <p>For the other internal packages. Safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.journal;
