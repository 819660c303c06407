package io.github.pscsdk.testkit.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Ports for servers whose address must be known before they start, and for those that start again. Each has a socket
 * bound to it that never listens, until the JVM ends: so the system gives it to nobody else, connections to it are
 * refused, and a server that reuses addresses, as all do, may listen there.
 */
public final class ReservedPort {
    private static final int LAST = 65_535;
    private static final int TRIES = 200;
    private static final Queue<Socket> RESERVED = new ConcurrentLinkedQueue<>();

    private ReservedPort() {}

    /** One more port of the loopback address. */
    public static int next() {
        try {
            return reserved(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same where the port that is so far above it is reserved, too: a server of Redis Cluster has its bus there.
     */
    public static int nextWith(int above) {
        return IntStream.range(0, TRIES)
                .map(i -> next())
                .filter(port -> port + above <= LAST && isReserved(port + above))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isReserved(int port) {
        try {
            return reserved(port) == port;
        } catch (IOException e) {
            // Of somebody else.
            return false;
        }
    }

    private static int reserved(int port) throws IOException {
        var reserved = new Socket();
        reserved.setReuseAddress(true);
        reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        RESERVED.add(reserved);
        return reserved.getLocalPort();
    }
}
