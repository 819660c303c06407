/**
 * Hosts plug-ins: finds their archives, refuses what is unfit with a finding that names the file, and keeps each one in a
 * class loader of its own. The only user of PF4J.
 *
 * <p>For the client itself. Everything is loaded once, on the builder's thread; afterwards immutable lists are read, by
 * any thread. No class of a plug-in leaves this package: authenticators, problems and failures are wrapped or copied.
 * Calls into a plug-in run on the caller's thread, with the plug-in's loader as the thread's context class loader.
 */
package io.github.pscsdk.pluginhost;
