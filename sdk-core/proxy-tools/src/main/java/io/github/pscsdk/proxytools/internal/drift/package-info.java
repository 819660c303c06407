/**
 * {@code proxy-esante drift}: compares what Pro Santé Connect publishes and issues with what is expected of it. The
 * comparison of published documents is that of the diagnosis, in the relying party; the changes of the past are data.
 */
package io.github.pscsdk.proxytools.internal.drift;
