package io.github.pscsdk.workstation.internal.login;

/**
 * Interrupts the thread of one login from another thread. Once {@link #disarm disarmed}, it does so no more, and the thread's interrupt
 * flag is cleared. Made and disarmed on the login's thread.
 */
final class LoginInterrupt {
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
