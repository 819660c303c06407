/**
 * {@code proxy-esante drift}: compares what Pro Santé Connect publishes and issues with what is expected of it. What a
 * login uses of the discovery document is known to the diagnosis of the relying party; the recorded document and the
 * changes of the past are data.
 */
package io.github.pscsdk.proxytools.internal.drift;
