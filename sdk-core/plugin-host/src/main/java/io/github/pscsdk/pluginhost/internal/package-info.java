/**
 * Hosts plug-ins: refuses what is unfit, keeps each archive in a class loader of its own, and puts a new version in the
 * place of a former one. The only user of PF4J. No class of a plug-in leaves this artifact, and a call into one that
 * does not end in time is given up.
 */
package io.github.pscsdk.pluginhost.internal;
