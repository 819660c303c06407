package io.github.pscsdk.httpclient.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javax.net.SocketFactory;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Lets a request go over a used connection only if its peer has not closed it, and nothing has come that nobody asked
 * for; OkHttp looks only after ten idle seconds. A closed connection is left before anything is written.
 *
 * <p>A connection may also be closed while it is written to. So for a request that may not be sent twice, the peer must
 * have shown that it keeps connections, by a second response over one; until then each such request gets a new one.
 */
final class ConnectionReuse implements AutoCloseable {
    /** How long a peer that closed a connection early may show nothing: it may keep some and not others. */
    private static final Duration CAUTION = Duration.ofMinutes(1);

    private static final int READ_MILLIS = 1;

    private final Set<Connection> used = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private volatile boolean kept;
    // By the system's time: it is about connections that a real peer closes.
    private volatile long cautiousUntil = System.nanoTime();

    /** Looks at one connection at a time; to open it costs several times what a look does. */
    private final Selector selector;

    ConnectionReuse() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("no connection can be looked at", e);
        }
    }

    void addTo(OkHttpClient.Builder client) {
        client.socketFactory(new Sockets())
                .addInterceptor(ConnectionReuse::proceed)
                .addNetworkInterceptor(this::check);
    }

    private static final class NotThisConnectionException extends IOException {
        private static final long serialVersionUID = 1L;

        NotThisConnectionException() {
            super("the peer has closed the connection, or may be about to");
        }
    }

    private static Response proceed(Interceptor.Chain chain) throws IOException {
        // It ends: each turn takes a connection out of the pool, and one that is new is always good enough.
        while (true) {
            try {
                return chain.proceed(chain.request());
            } catch (NotThisConnectionException e) {
                // The next one.
            }
        }
    }

    private Response check(Interceptor.Chain chain) throws IOException {
        var connection = chain.connection();
        if (used.add(connection)) {
            return chain.proceed(chain.request());
        }
        var body = chain.request().body();
        var isSentOnce = body != null && body.isOneShot();
        // Bytes that came before anybody asked would be taken for the answer to whatever is asked next.
        if (isSentOnce ? !staysOpen(connection) : isClosed(connection.socket())) {
            throw new NotThisConnectionException();
        }
        var response = chain.proceed(chain.request());
        kept = kept || System.nanoTime() - cautiousUntil >= 0;
        return response;
    }

    private boolean staysOpen(Connection connection) throws IOException {
        if (!kept) {
            return false;
        }
        if (isClosed(connection.socket())) {
            kept = false;
            cautiousUntil = System.nanoTime() + CAUTION.toNanos();
            return false;
        }
        return true;
    }

    private boolean isClosed(Socket socket) throws IOException {
        var channel = socket.getChannel();
        return (channel == null || isReadable(channel)) && isAtEnd(socket);
    }

    /**
     * Whether something lies in the socket that nobody has read; costs microseconds. Most often it is the end of the
     * stream, over TLS perhaps a ticket.
     */
    private boolean isReadable(SocketChannel channel) throws IOException {
        synchronized (selector) {
            channel.configureBlocking(false);
            var key = channel.register(selector, SelectionKey.OP_READ);
            var readable = selector.selectNow() > 0;
            key.cancel();
            // Forgets the channel.
            selector.selectNow();
            channel.configureBlocking(true);
            return readable;
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException e) {
            // It waits for nothing and holds nothing.
            return;
        }
    }

    /** Whether the stream has ended, or has a byte that belongs to no response. */
    private static boolean isAtEnd(Socket socket) {
        try {
            var timeout = socket.getSoTimeout();
            try {
                socket.setSoTimeout(READ_MILLIS);
                socket.getInputStream().read();
                return true;
            } catch (SocketTimeoutException e) {
                return false;
            } finally {
                socket.setSoTimeout(timeout);
            }
        } catch (IOException e) {
            return true;
        }
    }

    /** Sockets with a channel, which can be asked whether there is anything to read. */
    private static final class Sockets extends SocketFactory {
        @Override
        public Socket createSocket() throws IOException {
            return SocketChannel.open().socket();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException("OkHttp connects by itself");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException("OkHttp connects by itself");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException("OkHttp connects by itself");
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            throw new UnsupportedOperationException("OkHttp connects by itself");
        }
    }
}
