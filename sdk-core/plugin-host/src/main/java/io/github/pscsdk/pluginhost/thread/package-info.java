/**
 * The engine's threads. All are daemons, none inherits anything from the code that happened to need one.
 *
 * <p>For the engine's other packages; safe for any thread.
 */
package io.github.pscsdk.pluginhost.thread;
