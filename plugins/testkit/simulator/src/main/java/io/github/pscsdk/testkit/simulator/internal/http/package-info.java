/**
 * HTTP for the simulator: loopback origins on the JDK's server, parsed requests, replies, OAuth errors as exceptions, the clients that
 * authenticate, and the record of requests with the secrets masked. Knows nothing of logins.
 *
 * <p>For the authorization servers. Handlers run on the simulator's threads, several at a time.
 */
package io.github.pscsdk.testkit.simulator.internal.http;
