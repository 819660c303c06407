/**
 * {@code proxy-esante conformity}: what can be told of each obligation of a service that uses Pro Santé Connect, for its vendor.
 *
 * <p>For one thread, the one that runs the command.
 */
package io.github.pscsdk.proxytools.internal.conformity;
