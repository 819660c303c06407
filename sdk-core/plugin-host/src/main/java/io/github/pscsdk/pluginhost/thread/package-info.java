/**
 * The engine's threads. All are daemons, and none inherits a class loader from the code that starts it.
 *
 * <p>For the engine's other packages; safe for any thread.
 */
package io.github.pscsdk.pluginhost.thread;
