/**
 * Asks what runs: a proxy, its public address, and the simulator behind it. Nothing is ever sent to Pro Santé Connect from
 * here, and logins are played at a simulator only.
 *
 * <p>For one thread, which waits for each answer. Nothing of an answer is kept or shown but what a finding counts.
 */
package io.github.pscsdk.proxytools.internal.conformity.probe;
