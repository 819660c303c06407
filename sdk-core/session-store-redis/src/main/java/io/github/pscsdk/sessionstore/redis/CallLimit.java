package io.github.pscsdk.sessionstore.redis;

import io.github.pscsdk.time.internal.Scheduler;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The time that one call has for everything. At its end the socket that the call is at is closed, which ends a read, a
 * peer that drips, and a write that nobody reads.
 */
final class CallLimit implements AutoCloseable {
    private final Scheduler timers;
    private final Duration end;
    private final Runnable cancellation;
    private @Nullable Socket socket;
    private boolean isOver;
    private boolean isDone;

    CallLimit(Duration limit, Scheduler timers) {
        this.timers = timers;
        this.end = timers.elapsed().plus(limit);
        this.cancellation = timers.after(limit, this::expire);
    }

    Duration left() {
        var left = end.minus(timers.elapsed());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The call is at this socket from now on. */
    synchronized void at(Socket next) throws IOException {
        socket = next;
        if (isOver) {
            next.close();
            throw new SocketTimeoutException("the call has reached its limit");
        }
    }

    private synchronized void expire() {
        isOver = !isDone;
        if (isOver && socket != null) {
            closeQuietly(socket);
        }
    }

    /** Ends the limit before its time. After that it closes nothing. */
    @Override
    public synchronized void close() {
        isDone = true;
        cancellation.run();
    }

    synchronized boolean isOver() {
        return isOver;
    }

    /** Without a word to the peer, so that this never waits: what was to be said has been said. */
    static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed, as far as this side goes.
        }
    }
}
