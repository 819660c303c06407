/**
 * HTTP for the simulator: loopback origins on the JDK's server, parsed requests, replies, and OAuth errors as
 * exceptions. Knows nothing of logins.
 *
 * <p>For the authorization servers. Handlers run on the simulator's threads, several at a time.
 */
package io.github.pscsdk.testkit.simulator.internal.http;
