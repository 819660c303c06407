package io.github.pscsdk.workstation.internal.login;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The logins that are under way, so that closing the client can interrupt them and wait for their end. */
final class RunningLogins {
    // Interrupted, an authenticator has a second; telling the server half takes another.
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Set<LoginInterrupt> interrupts = new HashSet<>();
    private boolean closed;

    /** Registers the calling thread's login. */
    synchronized LoginInterrupt enter() {
        if (closed) {
            throw new IllegalStateException("the client is closed");
        }
        var interrupt = new LoginInterrupt();
        interrupts.add(interrupt);
        return interrupt;
    }

    synchronized void leave(LoginInterrupt interrupt) {
        interrupt.disarm();
        interrupts.remove(interrupt);
        notifyAll();
    }

    /** Refuses new logins, interrupts all, and waits up to 5 s for them to end. */
    synchronized void close() {
        closed = true;
        interrupts.forEach(interrupt -> interrupt.interrupt(LoginInterrupt.Cause.CLIENT_CLOSED));
        var end = System.nanoTime() + DRAIN_NANOS;
        var waitInterrupted = false;
        while (!interrupts.isEmpty() && System.nanoTime() < end) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
            } catch (InterruptedException e) {
                waitInterrupted = true;
            }
        }
        if (waitInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Interrupts the thread of one login from another thread. Once {@link #disarm disarmed}, it does so no more, and the thread's interrupt
     * flag is cleared. Made and disarmed on the login's thread.
     */
    static final class LoginInterrupt {
        enum Cause {
            DEADLINE,
            CLIENT_CLOSED
        }

        private final Thread thread = Thread.currentThread();
        private boolean armed = true;
        private Cause cause;

        /** On any thread; only the first call counts. */
        synchronized void interrupt(Cause why) {
            if (armed && cause == null) {
                cause = why;
                thread.interrupt();
            }
        }

        /** Throws after an interrupt that other code swallowed. */
        synchronized void check() throws InterruptedException {
            if (cause != null) {
                throw new InterruptedException("the login was interrupted: " + cause);
            }
        }

        synchronized boolean wasInterruptedFor(Cause why) {
            return cause == why;
        }

        synchronized void disarm() {
            armed = false;
            if (cause != null) {
                Thread.interrupted();
            }
        }
    }
}
