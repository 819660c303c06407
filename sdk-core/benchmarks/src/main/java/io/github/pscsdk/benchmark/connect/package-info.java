/** Thousands of {@code /connect} that wait on one node of the proxy: the node, its callers, its Pro Santé Connect, its database. */
package io.github.pscsdk.benchmark.connect;
