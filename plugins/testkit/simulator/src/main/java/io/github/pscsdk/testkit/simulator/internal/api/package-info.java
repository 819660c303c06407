/**
 * The authorization server of a target API, on an origin of its own: it exchanges access tokens of Pro Santé Connect for its
 * own (RFC 8693) and introspects those (RFC 7662). Facts: pro-sante-connect, sections 4.4 and 9.3.
 *
 * <p>Safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.api;
