/**
 * Hosts plug-ins: finds their archives, refuses what is unfit with a finding that names the file, keeps each one in a class loader of its
 * own, and puts a new version in the place of a former one. With its rooms the only user of PF4J.
 *
 * <p>For the client itself; safe for any thread. No class of a plug-in leaves this artifact: authenticators, problems and failures are wrapped
 * or copied. Each call into a plug-in runs on a thread of its own, with the plug-in's loader as the thread's context class loader, and is
 * given up where it does not end in time.
 */
package io.github.pscsdk.pluginhost;
