package io.github.pscsdk.workstation.internal.login;

import java.util.function.Consumer;

/**
 * Checks each call that is made on an attempt's context or dialog: it must come on the thread that the attempt is on, before the attempt
 * is over. The call then runs with the context class loader that the host had set. There is a limit to how many of them one attempt makes.
 */
final class CallbackGuard {
    /** A countdown that is shown four times a second for four minutes. */
    static final int MOST_CALLS = 1_000;

    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private volatile Thread thread = Thread.currentThread();
    private volatile boolean closed;
    private volatile boolean withHost;
    private volatile boolean cancelled;
    /** On the thread of the attempt. */
    private int calls;

    /** A call that may reach code of the host, or the server half. Closed by the same thread. */
    final class Call implements AutoCloseable {
        private final ClassLoader loaderBefore = Thread.currentThread().getContextClassLoader();
        private final boolean withHostBefore = withHost;

        private Call() {
            Thread.currentThread().setContextClassLoader(loader);
            withHost = true;
        }

        @Override
        public void close() {
            withHost = withHostBefore;
            Thread.currentThread().setContextClassLoader(loaderBefore);
        }
    }

    /** From here on the attempt is on this thread, and nothing was called yet. */
    void moveHere() {
        thread = Thread.currentThread();
        calls = 0;
    }

    /**
     * Checks, and sets the host's class loader until the result is closed.
     *
     * @throws IllegalStateException on another thread, after the attempt, or beyond {@link #MOST_CALLS}; calls within a call do not count
     */
    Call enter() {
        check();
        if (!withHost && ++calls > MOST_CALLS) {
            throw new IllegalStateException("an attempt calls the host " + MOST_CALLS + " times at most");
        }
        return new Call();
    }

    /** Whether a call was refused since there were too many. */
    boolean isExhausted() {
        return calls > MOST_CALLS;
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

    /** The same code of the host; an interrupt that it sends to its own thread is the host's. */
    <T> Consumer<T> ofHost(Consumer<T> code) {
        return value -> {
            var before = Thread.currentThread().isInterrupted();
            try {
                code.accept(value);
            } finally {
                if (!before && Thread.currentThread().isInterrupted()) {
                    cancel();
                }
            }
        };
    }

    /** The host cancels the login, on a thread of it. */
    void cancel() {
        cancelled = true;
    }

    /** Whether the host has cancelled the login. */
    boolean isCancelledByHost() {
        return cancelled;
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
