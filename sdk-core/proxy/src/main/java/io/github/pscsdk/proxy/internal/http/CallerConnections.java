package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.proxy.internal.session.Callers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of callers: so many from one address, and none that takes long over the headers of a request, for
 * which Jetty waits for ever. Whom the proxy itself has kept waiting is not late.
 */
public final class CallerConnections implements Connection.Listener {
    /**
     * From the beginning of a connection or of a request to the end of its headers; and for what a refused caller still
     * sends.
     */
    static final Duration HEADERS = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(CallerConnections.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final int perAddress;
    private final Callers known;
    private final LongSupplier nanoTime;
    private final Map<InetAddress, Integer> open = new ConcurrentHashMap<>();
    private final Object ended = new Object();
    private final Map<Connection, Caller> callers = new ConcurrentHashMap<>();

    private static final class Caller {
        private final InetAddress address;
        private volatile boolean isServed;
        // In at the end of the last request.
        private volatile long bytes;
        private volatile long since;

        Caller(InetAddress address, long since) {
            this.address = address;
            this.since = since;
        }
    }

    public CallerConnections(int perAddress, Callers known, LongSupplier nanoTime) {
        this.perAddress = perAddress;
        this.known = known;
        this.nanoTime = nanoTime;
    }

    @Override
    public void onOpened(Connection connection) {
        if (!(connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote)) {
            return;
        }
        var address = remote.getAddress();
        callers.put(connection, new Caller(address, nanoTime.getAsLong()));
        if (open.merge(address, 1, Integer::sum) > perAddress && !known.isTrusted(address)) {
            log.debug("an address has too many connections");
            connection.close();
        }
    }

    @Override
    public void onClosed(Connection connection) {
        var caller = callers.remove(connection);
        if (caller != null) {
            open.computeIfPresent(caller.address, (address, count) -> count == 1 ? null : count - 1);
            synchronized (ended) {
                ended.notifyAll();
            }
        }
    }

    /** Waits until there are none, at least for those who were let in just now. */
    public void awaitNone(Duration atLeast, Duration atMost) throws InterruptedException {
        var begun = System.nanoTime();
        synchronized (ended) {
            for (var waited = 0L;
                    waited < atLeast.toNanos() || !callers.isEmpty() && waited < atMost.toNanos();
                    waited = System.nanoTime() - begun) {
                var until = waited < atLeast.toNanos() ? atLeast : atMost;
                TimeUnit.NANOSECONDS.timedWait(ended, until.toNanos() - waited);
            }
        }
    }

    public int count() {
        return callers.size();
    }

    public void watch(Scheduler scheduler) {
        look();
        scheduler.schedule(() -> watch(scheduler), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void begun(Request request) {
        var connection = request.getConnectionMetaData().getConnection();
        var caller = callers.get(connection);
        if (caller != null) {
            caller.isServed = true;
            Request.addCompletionListener(request, failure -> {
                caller.bytes = connection.getBytesIn();
                caller.since = nanoTime.getAsLong();
                caller.isServed = false;
            });
        }
    }

    public void look() {
        callers.forEach(this::look);
    }

    private void look(Connection connection, Caller caller) {
        var now = nanoTime.getAsLong();
        var isBetweenRequests = caller.bytes > 0 && caller.bytes == connection.getBytesIn();
        // Where thousands come at once, not they are late, but the proxy.
        if (caller.isServed || isBetweenRequests || isUnread(connection)) {
            caller.since = now;
        } else if (now - caller.since > HEADERS.toNanos()) {
            log.debug("a caller took too long over the headers of a request");
            connection.getEndPoint().close();
        }
    }

    private static boolean isUnread(Connection connection) {
        try {
            return connection.getEndPoint().getTransport() instanceof SocketChannel channel
                    && channel.socket().getInputStream().available() > 0;
        } catch (IOException e) {
            // It ends by itself.
            return false;
        }
    }
}
