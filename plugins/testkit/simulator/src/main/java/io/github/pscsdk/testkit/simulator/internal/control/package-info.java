/**
 * The control API: turns dials, keys and time of a running simulator, and tells what it knows, over HTTP on an origin of its
 * own. Its calls are recorded nowhere and no dial concerns them.
 *
 * <p>For the simulator. Safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.control;
