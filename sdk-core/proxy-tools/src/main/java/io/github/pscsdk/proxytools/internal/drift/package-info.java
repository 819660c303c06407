/**
 * {@code proxy-esante drift}: what has changed at Pro Santé Connect. An operator's tool for a server; a workstation never talks to Pro
 * Santé Connect. On the thread of the command.
 */
package io.github.pscsdk.proxytools.internal.drift;
