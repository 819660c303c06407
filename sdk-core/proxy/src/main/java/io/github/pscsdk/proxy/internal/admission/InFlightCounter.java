package io.github.pscsdk.proxy.internal.admission;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts what is under way, so that a stop can wait for its end. Safe for any thread. */
public class InFlightCounter {
    private final int most;
    private int count;
    private boolean closed;

    public InFlightCounter(int most) {
        this.most = most;
    }

    /** One more; false where there is no room, or nothing begins any more. */
    public synchronized boolean begin() {
        if (closed || count >= most) {
            return false;
        }
        count++;
        return true;
    }

    public synchronized void end() {
        count--;
        if (count == 0) {
            notifyAll();
        }
    }

    public synchronized int count() {
        return count;
    }

    public synchronized void close() {
        closed = true;
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    public synchronized void awaitNone(Duration limit) throws InterruptedException {
        var end = System.nanoTime() + limit.toNanos();
        var left = limit.toNanos();
        while (count > 0 && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
    }
}
