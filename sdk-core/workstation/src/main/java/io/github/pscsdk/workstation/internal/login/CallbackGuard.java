package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.pluginhost.thread.LoaderScope;

/**
 * Checks each call that is made on an attempt's context or dialog: it must come on the thread that the attempt is on, before the attempt
 * is over. The call then runs with the context class loader that the host had set.
 */
final class CallbackGuard {
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private volatile Thread thread = Thread.currentThread();
    private volatile boolean closed;
    private volatile boolean withHost;

    /** A call that may reach code of the host. Closed by the same thread. */
    final class Call implements AutoCloseable {
        private final LoaderScope scope = LoaderScope.enter(loader);
        private final boolean before = withHost;

        private Call() {
            withHost = true;
        }

        @Override
        public void close() {
            withHost = before;
            scope.close();
        }
    }

    /** From here on the attempt is on this thread. */
    void moveHere() {
        thread = Thread.currentThread();
    }

    /**
     * Checks, and sets the host's class loader until the result is closed.
     *
     * @throws IllegalStateException on another thread, or after the attempt
     */
    Call enter() {
        check();
        return new Call();
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

    /** Whether such a call is under way. */
    boolean isWithHost() {
        return withHost;
    }

    /** Refuses all later calls. */
    void close() {
        closed = true;
    }
}
