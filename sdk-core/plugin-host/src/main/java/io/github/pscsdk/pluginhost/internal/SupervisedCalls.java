package io.github.pscsdk.pluginhost.internal;

import io.github.pscsdk.pluginhost.internal.GuardedAuthenticator.Following;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls of one kind into one plug-in, each on a thread of its own: nobody waits for one longer than it may take, and
 * nothing on its thread reaches others. A thread that ignores its interrupt is counted. Safe for any thread.
 */
final class SupervisedCalls {
    private static final Logger log = LoggerFactory.getLogger(SupervisedCalls.class);

    /** How long an interrupted call has to end. */
    static final Duration GRACE = Duration.ofSeconds(1);

    private final EngineThreads threads;
    private final String name;
    private final boolean oneStuckAtMost;
    private final AtomicInteger stuck = new AtomicInteger();

    SupervisedCalls(EngineThreads threads, String name) {
        this(threads, name, true);
    }

    /** @param oneStuckAtMost whether no further call begins while a thread of them is stuck */
    SupervisedCalls(EngineThreads threads, String name, boolean oneStuckAtMost) {
        this.threads = threads;
        this.name = name;
        this.oneStuckAtMost = oneStuckAtMost;
    }

    /** A call was given up: it did not end in time, also when it was interrupted. */
    static final class NotRespondingException extends Exception {
        private static final long serialVersionUID = 1L;

        private NotRespondingException() {
            super("it did not end in time", null, false, false);
        }
    }

    /** Code of a plug-in. Its results and exceptions are of classes of the host. */
    interface Work<T, E extends Exception> {
        /**
         * @param isInterrupted whether the engine has interrupted it: code of a plug-in may say so of itself, or
         *     interrupt its own thread
         * @throws InterruptedException only then
         */
        T run(BooleanSupplier isInterrupted) throws E, InterruptedException;
    }

    int stuck() {
        return stuck.get();
    }

    /**
     * Runs the work until the caller is interrupted; then it has a second to end. An exception of the work comes
     * through, also after an interrupt.
     */
    <T, E extends Exception> T untilInterrupted(Work<T, E> work)
            throws E, InterruptedException, NotRespondingException {
        var call = begin(work);
        try {
            return call.result();
        } catch (InterruptedException e) {
            call.interrupt();
            end(call, threads.awaitUninterruptibly(call.outcome, GRACE), result -> {});
            throw e;
        }
    }

    /** The same with a limit; at it, or once the caller is interrupted, the work is interrupted and given up. */
    <T, E extends Exception> T untilInterrupted(Duration limit, Work<T, E> work)
            throws E, InterruptedException, NotRespondingException {
        var call = begin(work);
        try {
            return end(call, threads.await(call.outcome, limit), result -> {});
        } catch (InterruptedException e) {
            call.giveUp(result -> {});
            throw e;
        }
    }

    /**
     * Runs the work for that long at most; {@code late} gets, on its thread, what it returns after that. An interrupt
     * of the caller is kept for later.
     */
    <T, E extends Exception> T within(Duration limit, Work<T, E> work, Consumer<T> late)
            throws E, NotRespondingException {
        var call = begin(work);
        return uninterrupted(call, threads.awaitUninterruptibly(call.outcome, limit), late);
    }

    /**
     * The same by the system's time, whatever clock the engine has: for the end, when no clock may be moved any more.
     */
    <T, E extends Exception> T withinRealTime(Duration limit, Work<T, E> work) throws E, NotRespondingException {
        var call = begin(work);
        return uninterrupted(call, EngineThreads.awaitInRealTime(call.outcome, limit), late -> {});
    }

    /** Runs work, which says how it ended by itself, until it is stopped; then it has a second to end. */
    Following inBackground(Work<String, RuntimeException> work) throws NotRespondingException {
        var call = begin(work);
        var ended = new CompletableFuture<Optional<String>>();
        call.outcome.whenComplete(
                (how, failure) -> ended.complete(call.isInterrupted() ? Optional.empty() : Optional.ofNullable(how)));
        return new Following(ended, () -> {
            call.interrupt();
            var forget = threads.atLimit(GRACE, () -> {
                call.giveUp(late -> {});
                ended.complete(Optional.empty());
            });
            ended.thenRun(forget);
        });
    }

    private <T, E extends Exception> T uninterrupted(Call<T, E> call, boolean ended, Consumer<T> late)
            throws E, NotRespondingException {
        try {
            return end(call, ended, late);
        } catch (InterruptedException e) {
            throw new IllegalStateException("the work was interrupted by itself", e);
        }
    }

    private <T, E extends Exception> Call<T, E> begin(Work<T, E> work) throws NotRespondingException {
        if (oneStuckAtMost && stuck.get() > 0) {
            throw new NotRespondingException();
        }
        var call = new Call<>(work);
        try {
            threads.start(name, call);
        } catch (RejectedExecutionException closed) {
            throw new NotRespondingException();
        }
        return call;
    }

    /** The outcome of a call, or else the call is given up. */
    private <T, E extends Exception> T end(Call<T, E> call, boolean ended, Consumer<T> late)
            throws E, InterruptedException, NotRespondingException {
        if (ended) {
            return call.result();
        }
        call.giveUp(late);
        throw new NotRespondingException();
    }

    /** One call, as its thread and as its caller see it. */
    private final class Call<T, E extends Exception> implements Runnable {
        private final Work<T, E> work;
        private final CompletableFuture<T> outcome = new CompletableFuture<>();
        private Optional<Thread> thread = Optional.empty();
        private boolean interrupted;
        private boolean over;
        private boolean givenUp;

        Call(Work<T, E> work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                enter();
                outcome.complete(work.run(this::isInterrupted));
            } catch (Throwable thrown) {
                outcome.completeExceptionally(thrown);
            } finally {
                leave();
            }
        }

        private synchronized void enter() {
            thread = Optional.of(Thread.currentThread());
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized void leave() {
            over = true;
            thread = Optional.empty();
            if (givenUp) {
                log.info("{}: a call that was given up has ended", name);
                stuck.decrementAndGet();
            }
        }

        private synchronized boolean isInterrupted() {
            return interrupted;
        }

        synchronized void interrupt() {
            interrupted = true;
            thread.ifPresent(Thread::interrupt);
        }

        synchronized void giveUp(Consumer<T> late) {
            interrupt();
            if (!over && !givenUp) {
                givenUp = true;
                stuck.incrementAndGet();
                log.warn("{}: a call did not end in time and is given up; its thread goes on", name);
            }
            outcome.thenAccept(late);
        }

        /** The exception of the work comes through: it throws nothing else that is checked. */
        @SuppressWarnings("unchecked")
        T result() throws E, InterruptedException {
            try {
                return outcome.get();
            } catch (ExecutionException e) {
                var cause = e.getCause();
                if (cause instanceof InterruptedException) {
                    throw new InterruptedException("interrupted during a call into a plug-in");
                }
                if (cause instanceof Error error) {
                    throw error;
                }
                if (cause instanceof RuntimeException unchecked) {
                    throw unchecked;
                }
                throw (E) cause;
            }
        }
    }
}
