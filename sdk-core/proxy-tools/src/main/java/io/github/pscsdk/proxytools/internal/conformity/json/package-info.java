/**
 * Reads lists of obligations, traces, and the answers of a proxy and of the simulator; writes the report as JSON. The only
 * user of Jackson of this command; no tree leaves this package.
 *
 * <p>Stateless; safe for any thread.
 */
package io.github.pscsdk.proxytools.internal.conformity.json;
