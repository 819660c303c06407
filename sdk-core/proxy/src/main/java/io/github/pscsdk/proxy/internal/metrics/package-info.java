/** What the proxy counts. The only user of Micrometer and of Prometheus's text. */
package io.github.pscsdk.proxy.internal.metrics;
