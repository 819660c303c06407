/**
 * HTTP/1.1 on bare sockets, client and server: the limit that a login is measured beside, and a load that
 * costs the machine as little as can be.
 *
 * <p>Loopback only. Just enough of the protocol: one request at a time on a connection, bodies with a length.
 */
package io.github.pscsdk.benchmark.wire;
