/**
 * {@code proxy-esante drift}: compares what Pro Santé Connect publishes and issues with what is expected of it. The
 * diagnosis of the relying party knows what a login uses of the discovery document; the recorded document and the
 * changes of the past are data.
 */
package io.github.pscsdk.proxytools.internal.drift;
