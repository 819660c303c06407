package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.pluginhost.thread.LoaderScope;

/**
 * Checks each call that an authenticator makes on its context or dialog: it must come on the attempt's thread, before the attempt is
 * over. The call then runs with the context class loader that the host had set.
 */
final class CallbackGuard {
    private final Thread thread = Thread.currentThread();
    private final ClassLoader loader = thread.getContextClassLoader();
    private boolean closed;

    /**
     * Checks, and sets the host's class loader until the result is closed.
     *
     * @throws IllegalStateException on another thread, or after the attempt
     */
    LoaderScope enter() {
        check();
        return LoaderScope.enter(loader);
    }

    /** The same for a call that reaches no code of the host, and needs no other class loader. */
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
