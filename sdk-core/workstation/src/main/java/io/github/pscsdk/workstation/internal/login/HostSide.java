package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.pluginhost.thread.LoaderScope;

/**
 * The way back from an authenticator into the engine and the host: open on the attempt's thread until the attempt is over,
 * and with the thread's context class loader as the host had set it.
 */
final class HostSide {
    private final Thread thread = Thread.currentThread();
    private final ClassLoader loader = thread.getContextClassLoader();
    private boolean closed;

    /** Meant for the head of a {@code try}. */
    LoaderScope enter() {
        check();
        return LoaderScope.enter(loader);
    }

    /**
     * Refuses whoever kept it.
     *
     * @throws IllegalStateException on another thread, or too late
     */
    void check() {
        if (Thread.currentThread() != thread) {
            throw new IllegalStateException("what an attempt is given is used on the attempt's thread");
        }
        if (closed) {
            throw new IllegalStateException("the attempt is over");
        }
    }

    /** From now on it is of no use to anybody. */
    void close() {
        closed = true;
    }
}
