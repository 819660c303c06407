package io.github.pscsdk.workstation.internal.login;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The logins that are under way, so that closing can interrupt them and see them end. */
final class RunningLogins {
    // Interrupted, an authenticator has a second; telling the server half takes another.
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Set<LoginInterrupt> alarms = new HashSet<>();
    private boolean closed;

    /** Registers the calling thread's login. */
    synchronized LoginInterrupt enter() {
        if (closed) {
            throw new IllegalStateException("the client is closed");
        }
        var alarm = new LoginInterrupt();
        alarms.add(alarm);
        return alarm;
    }

    synchronized void leave(LoginInterrupt alarm) {
        alarm.disarm();
        alarms.remove(alarm);
        notifyAll();
    }

    /** Lets none begin any more, interrupts all, and waits. */
    synchronized void close() {
        closed = true;
        alarms.forEach(alarm -> alarm.ring(LoginInterrupt.Cause.CLIENT_CLOSED));
        var end = System.nanoTime() + DRAIN_NANOS;
        var interrupted = false;
        while (!alarms.isEmpty() && System.nanoTime() < end) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
