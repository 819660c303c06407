/**
 * The authorization server of a target API: exchanges tokens of Pro Santé Connect (RFC 8693) and introspects its own
 * (RFC 7662). Facts: pro-sante-connect, sections 4.4 and 9.3. Safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.api;
