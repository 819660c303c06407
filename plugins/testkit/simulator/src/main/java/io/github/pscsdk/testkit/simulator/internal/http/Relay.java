package io.github.pscsdk.testkit.simulator.internal.http;

import io.github.pscsdk.time.internal.Scheduler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes the bytes of a server on and closes idle connections, which the JDK's server can do only for a whole process.
 * Idle is from the server's last byte until the caller's next: a slow server is not cut off. TLS passes through. Two
 * daemon threads serve each connection.
 */
final class Relay implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int BUFFER = 16 * 1024;

    private static final ThreadFactory THREADS = Scheduler.daemons("psc-simulator-relay");

    private final ServerSocket entrance;
    private final InetSocketAddress server;
    private final Duration idleLimit;

    /** Listens; connections are passed on once it is {@linkplain #start started}. */
    Relay(InetSocketAddress address, int backlog, InetSocketAddress server, Duration idleLimit) throws IOException {
        this.entrance = new ServerSocket(address.getPort(), backlog, address.getAddress());
        this.server = server;
        this.idleLimit = idleLimit;
    }

    int port() {
        return entrance.getLocalPort();
    }

    void start() {
        THREADS.newThread(this::accept).start();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                // Each is closed by the threads that serve it.
                var caller = entrance.accept();
                THREADS.newThread(() -> serve(caller)).start();
            } catch (IOException e) {
                log.debug("the relay takes no more connections", e);
            }
        }
    }

    private void serve(Socket caller) {
        try (caller;
                var inner = new Socket(server.getAddress(), server.getPort())) {
            // Else the second piece would wait for the acknowledgement of the first.
            caller.setTcpNoDelay(true);
            inner.setTcpNoDelay(true);
            var connection = new Connection(caller, inner);
            THREADS.newThread(connection::passAnswers).start();
            connection.passRequests();
        } catch (IOException e) {
            log.debug("a connection ended", e);
        }
    }

    private final class Connection {
        private final Socket caller;
        private final Socket inner;
        private volatile boolean isIdle = true;
        private volatile long since = System.nanoTime();

        Connection(Socket caller, Socket inner) {
            this.caller = caller;
            this.inner = inner;
        }

        /** Returns when either side has closed the connection, or when it was idle for too long. */
        void passRequests() throws IOException {
            var buffer = new byte[BUFFER];
            for (var left = idleLimit; !left.isNegative() && !left.isZero(); left = left()) {
                caller.setSoTimeout((int) Math.max(1, left.toMillis()));
                try {
                    var length = caller.getInputStream().read(buffer);
                    if (length < 0) {
                        return;
                    }
                    isIdle = false;
                    inner.getOutputStream().write(buffer, 0, length);
                } catch (SocketTimeoutException e) {
                    log.trace("nothing came so far", e);
                }
            }
        }

        /** How long it may still be idle; the whole limit while the server has the word. */
        private Duration left() {
            return isIdle ? idleLimit.minusNanos(System.nanoTime() - since) : idleLimit;
        }

        void passAnswers() {
            try (caller;
                    inner) {
                var buffer = new byte[BUFFER];
                for (var length = inner.getInputStream().read(buffer);
                        length >= 0;
                        length = inner.getInputStream().read(buffer)) {
                    // First: the caller's next request may come while this thread is not yet back from writing.
                    since = System.nanoTime();
                    isIdle = true;
                    caller.getOutputStream().write(buffer, 0, length);
                }
            } catch (IOException e) {
                log.debug("a connection ended", e);
            }
        }
    }

    /** Takes no more connections. Open ones end with the server. */
    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            log.debug("the relay was not closed", e);
        }
    }
}
