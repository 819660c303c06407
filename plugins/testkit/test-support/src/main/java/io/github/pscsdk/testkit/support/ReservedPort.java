package io.github.pscsdk.testkit.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Ports for servers whose address must be known before they start, and for those that start again. Each has a socket bound to it that never listens, until the
 * JVM ends: so the system gives it to nobody else, connections to it are refused, and a server that reuses addresses, as all do, may listen there.
 */
public final class ReservedPort {
    private static final Queue<Socket> RESERVED = new ConcurrentLinkedQueue<>();

    private ReservedPort() {}

    /** One more port of the loopback address. */
    public static int next() {
        try {
            var reserved = new Socket();
            reserved.setReuseAddress(true);
            reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            RESERVED.add(reserved);
            return reserved.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
