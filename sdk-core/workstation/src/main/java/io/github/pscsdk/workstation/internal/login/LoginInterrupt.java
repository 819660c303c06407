package io.github.pscsdk.workstation.internal.login;

/**
 * Interrupts the thread of one login from outside, until it is disarmed; then the thread is as if it never had been.
 * Made and disarmed on that thread, rung on any.
 */
final class LoginInterrupt {
    /** Why it rang. */
    enum Cause {
        DEADLINE,
        CLIENT_CLOSED
    }

    private final Thread thread = Thread.currentThread();
    private boolean armed = true;
    private Cause cause;

    /** Interrupts the thread, once. */
    synchronized void ring(Cause why) {
        if (armed && cause == null) {
            cause = why;
            thread.interrupt();
        }
    }

    /** For code that swallowed the interrupt. */
    synchronized void check() throws InterruptedException {
        if (cause != null) {
            throw new InterruptedException("the login was interrupted: " + cause);
        }
    }

    synchronized boolean rangFor(Cause why) {
        return cause == why;
    }

    /** No interrupt comes from here afterwards, and none is left over. */
    synchronized void disarm() {
        armed = false;
        if (cause != null) {
            Thread.interrupted();
        }
    }
}
