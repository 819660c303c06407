/**
 * Figures and notices for an operator: certificates that expire, and whether the store can be used. The only user of
 * Micrometer and of Prometheus's text. Safe for any thread.
 */
package io.github.pscsdk.proxy.internal.monitoring;
