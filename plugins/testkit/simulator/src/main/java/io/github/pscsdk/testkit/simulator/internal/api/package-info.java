/** The authorization server of a target API (RFC 8693, RFC 7662; pro-sante-connect, 4.4, 9.3). For any thread. */
package io.github.pscsdk.testkit.simulator.internal.api;
