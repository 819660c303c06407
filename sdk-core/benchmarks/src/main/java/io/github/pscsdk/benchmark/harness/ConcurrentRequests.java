package io.github.pscsdk.benchmark.harness;

import java.io.ByteArrayInputStream;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Many requests that wait for their answers at once, each on a connection that stays open, from 200 loopback addresses
 * in turn. One thread serves all; each needs a file descriptor.
 */
public final class ConcurrentRequests implements AutoCloseable {
    private static final int LONGEST_ANSWER = 16 * 1024;
    // From each come 50 logins at most, fewer than one caller may begin within ten minutes.
    private static final int SOURCES = 200;

    private final InetSocketAddress server;
    private final List<byte[]> requests;
    private final long pauseNanos;
    private final Queue<Optional<Message>> endings = new ConcurrentLinkedQueue<>();
    private final CountDownLatch unanswered;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST_ANSWER);
    private volatile boolean closed;

    /** @param arrival over which the requests are spread evenly */
    public ConcurrentRequests(URI server, List<byte[]> requests, Duration arrival) throws IOException {
        this.server = new InetSocketAddress(InetAddress.getByName(server.getHost()), server.getPort());
        this.requests = List.copyOf(requests);
        this.pauseNanos = arrival.toNanos() / requests.size();
        this.unanswered = new CountDownLatch(requests.size());
        if (!this.server.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("load goes to loopback only");
        }
        var thread = new Thread(this::run, "callers");
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
        try (var selector = Selector.open()) {
            var start = System.nanoTime();
            for (var opened = 0; !closed; ) {
                if (opened < requests.size() && System.nanoTime() - start >= opened * pauseNanos) {
                    open(opened, selector);
                    opened++;
                    selector.selectNow(this::read);
                } else {
                    selector.select(this::read, opened < requests.size() ? 1 : 10);
                }
            }
            for (var key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            // The machine itself: the measure finds requests that never end.
            throw new UncheckedIOException("connections cannot be opened", e);
        }
    }

    private void open(int number, Selector selector) throws IOException {
        var channel = SocketChannel.open();
        channel.bind(new InetSocketAddress("127.0.0." + (1 + number % SOURCES), 0));
        channel.connect(server);
        channel.write(ByteBuffer.wrap(requests.get(number)));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new byte[0]);
    }

    private void read(SelectionKey key) {
        try {
            buffer.clear();
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                throw new EOFException("the server closed the connection");
            }
            var before = (byte[]) key.attachment();
            var received = Arrays.copyOf(before, before.length + buffer.flip().remaining());
            buffer.get(received, before.length, buffer.remaining());
            key.attach(received);
            whole(received).ifPresent(answer -> end(key, Optional.of(answer)));
        } catch (IOException e) {
            end(key, Optional.empty());
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

    /** Reads no more, and keeps the connection open. */
    private void end(SelectionKey key, Optional<Message> answer) {
        key.interestOps(0);
        key.attach(new byte[0]);
        endings.add(answer);
        unanswered.countDown();
    }

    @Override
    public void close() {
        closed = true;
    }
}
