package io.github.pscsdk.benchmark.harness;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Many requests that wait for their answers at once, each on a connection of its own that stays open, from 200 loopback addresses in turn. One thread serves all of them. Each request needs a file descriptor.
 */
public final class ConcurrentRequests implements AutoCloseable {
    private static final int LONGEST_ANSWER = 16 * 1024;
    // From each come 50 logins at most, fewer than one caller may begin within ten minutes.
    private static final int SOURCES = 200;
    // Between two looks at the connections that are open already.
    private static final int OPENED_AT_ONCE = 200;

    private final InetSocketAddress server;
    private final List<Caller> callers;
    private final Queue<Optional<Message>> endings = new ConcurrentLinkedQueue<>();
    private final Duration arrival;
    private final CountDownLatch unanswered;
    private final Selector selector;
    private final Thread thread = new Thread(this::run, "callers");
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST_ANSWER);
    private volatile boolean closed;

    private static final class Caller {
        private final ByteBuffer request;
        private byte[] received = new byte[0];

        Caller(byte[] request) {
            this.request = ByteBuffer.wrap(request);
        }
    }

    /**
     * Begins to send.
     *
     * @param arrival over which the requests are spread evenly; at once where it is zero
     */
    public ConcurrentRequests(URI server, List<byte[]> requests, Duration arrival) throws IOException {
        this.server = new InetSocketAddress(InetAddress.getByName(server.getHost()), server.getPort());
        this.callers = requests.stream().map(Caller::new).toList();
        this.arrival = arrival;
        this.unanswered = new CountDownLatch(requests.size());
        if (!this.server.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("load goes to loopback only");
        }
        selector = Selector.open();
        thread.setDaemon(true);
        thread.start();
    }

    /** The answers of all requests that have ended; empty where the connection broke. */
    public List<Optional<Message>> endings() {
        return List.copyOf(endings);
    }

    /** Waits for the end of all, for a time; returns the number of those that have not ended. */
    public long await(Duration limit) throws InterruptedException {
        unanswered.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        return unanswered.getCount();
    }

    private void run() {
        var opened = new ArrayList<SocketChannel>();
        try {
            var start = System.nanoTime();
            while (!closed) {
                var due = due(System.nanoTime() - start);
                for (var i = 0; i < OPENED_AT_ONCE && opened.size() < due; i++) {
                    opened.add(open(opened.size()));
                }
                selector.select(this::ready, opened.size() < due ? 1 : 10);
            }
        } catch (IOException e) {
            // The machine itself: whoever waits finds requests that never end.
            throw new UncheckedIOException("connections cannot be opened", e);
        } finally {
            opened.forEach(ConcurrentRequests::close);
            close(selector);
        }
    }

    private int due(long nanos) {
        return arrival.isZero()
                ? callers.size()
                : (int) Math.min(callers.size(), callers.size() * nanos / arrival.toNanos() + 1);
    }

    private SocketChannel open(int number) throws IOException {
        var channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.bind(new InetSocketAddress("127.0.0." + (1 + number % SOURCES), 0));
        var isConnected = channel.connect(server);
        channel.register(selector, isConnected ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT, callers.get(number));
        return channel;
    }

    private void ready(SelectionKey key) {
        var caller = (Caller) key.attachment();
        try {
            goOn((SocketChannel) key.channel(), key, caller);
        } catch (IOException e) {
            end(key, caller, Optional.empty());
        }
    }

    private void goOn(SocketChannel channel, SelectionKey key, Caller caller) throws IOException {
        if (key.isConnectable() && channel.finishConnect()) {
            key.interestOps(SelectionKey.OP_WRITE);
        } else if (key.isWritable()) {
            channel.write(caller.request);
            if (!caller.request.hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ);
            }
        } else if (key.isReadable()) {
            read(channel, key, caller);
        }
    }

    private void read(SocketChannel channel, SelectionKey key, Caller caller) throws IOException {
        buffer.clear();
        if (channel.read(buffer) < 0) {
            throw new EOFException("the server closed the connection");
        }
        var before = caller.received.length;
        caller.received = Arrays.copyOf(caller.received, before + buffer.flip().remaining());
        buffer.get(caller.received, before, buffer.remaining());
        var answer = whole(caller.received);
        if (answer.isPresent()) {
            end(key, caller, answer);
        }
    }

    private static Optional<Message> whole(byte[] received) throws IOException {
        try {
            return Message.read(new ByteArrayInputStream(received));
        } catch (EOFException e) {
            // The rest of the body is on its way.
            return Optional.empty();
        }
    }

    private void end(SelectionKey key, Caller caller, Optional<Message> answer) {
        key.cancel();
        caller.received = new byte[0];
        endings.add(answer);
        unanswered.countDown();
    }

    private static void close(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a connection cannot be closed", e);
        }
    }

    /** Has the connections closed. */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }
}
