/**
 * The control API: changes dials, keys and time of a running simulator, and lists its requests and sessions, over
 * HTTP on a separate origin. Its calls are not recorded, and no dial applies to them.
 *
 * <p>For the simulator. Safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.control;
