/**
 * A server and callers on bare sockets, for tests that need a peer which does not keep to HTTP. One daemon thread for
 * each connection.
 */
package io.github.pscsdk.testkit.peer;
