package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.pluginhost.thread.LoaderScope;

/**
 * Guards the calls of an authenticator back into the engine and the host: they are open on the attempt's thread until the
 * attempt is over, and run with the thread's context class loader as the host had set it.
 */
final class CallbackGuard {
    private final Thread thread = Thread.currentThread();
    private final ClassLoader loader = thread.getContextClassLoader();
    private boolean closed;

    /**
     * Meant for the head of a {@code try}.
     *
     * @throws IllegalStateException on another thread, or too late
     */
    LoaderScope enter() {
        check();
        return LoaderScope.enter(loader);
    }

    /** The same where the call stays in the engine. */
    void check() {
        if (Thread.currentThread() != thread) {
            throw new IllegalStateException("what an attempt is given is used on the attempt's thread");
        }
        if (closed) {
            throw new IllegalStateException("the attempt is over");
        }
    }

    /** Refuses all later calls. */
    void close() {
        closed = true;
    }
}
