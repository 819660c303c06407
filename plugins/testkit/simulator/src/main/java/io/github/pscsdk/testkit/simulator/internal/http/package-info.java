/**
 * HTTP as the simulator needs it: loopback origins on the JDK's own server, parsed requests, ready-made answers, and OAuth
 * errors as exceptions. Knows nothing of logins.
 *
 * <p>For the authorization servers. Handlers run on the simulator's few threads, several at a time.
 */
package io.github.pscsdk.testkit.simulator.internal.http;
