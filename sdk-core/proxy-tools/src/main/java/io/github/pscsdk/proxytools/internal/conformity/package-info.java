/**
 * {@code proxy-esante conformity}: what can be told of each obligation of a service that uses Pro Santé Connect, for
 * its vendor. The obligations and checks are data; evidence is read from files, probes call a running proxy, and the
 * report has no verdict on the whole. The only user of Jackson in this artifact.
 *
 * <p>For one thread, the one that runs the command.
 */
package io.github.pscsdk.proxytools.internal.conformity;
