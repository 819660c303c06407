package io.github.pscsdk.httpclient.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import okhttp3.Dns;

/**
 * The thread of a caller who blocks until an operation has ended, lent to the calls that are made meanwhile, which
 * saves changes of thread. Such a call ends at its limit, with its operation, or when the thread is interrupted.
 *
 * <p>Nothing that others wait for, or that goes on without the caller, runs there. All of it is about the current
 * thread, which may be a virtual one.
 */
public final class CallingThread {
    private static final ThreadLocal<CallingThread> CURRENT = new ThreadLocal<>();
    private static final CallingThread OFFERED = new CallingThread(new CompletableFuture<>());
    private static final CallingThread WITHHELD = new CallingThread(new CompletableFuture<>());

    private final CompletableFuture<?> operation;
    private CompletableFuture<?> call = CompletableFuture.completedFuture(null);

    private CallingThread(CompletableFuture<?> operation) {
        this.operation = operation;
    }

    /** Runs work whose operations may use this thread; the caller waits for them afterwards, and does nothing else. */
    public static <T> T offered(Supplier<T> work) {
        return CURRENT.get() == null ? within(OFFERED, work) : work.get();
    }

    /** Runs the work of an operation: its calls run on this thread, if that is offered, and end with the operation. */
    public static <T> T lentTo(CompletableFuture<?> operation, Supplier<T> work) {
        return CURRENT.get() == OFFERED ? within(new CallingThread(operation), work) : work.get();
    }

    /** Runs work that others wait for too, or that goes on without the caller: its calls run on other threads. */
    public static <T> T withheld(Supplier<T> work) {
        return within(WITHHELD, work);
    }

    private static <T> T within(CallingThread state, Supplier<T> work) {
        var before = CURRENT.get();
        CURRENT.set(state);
        try {
            return work.get();
        } finally {
            CURRENT.set(before);
        }
    }

    /** Whether a call that begins now may run on this thread. */
    public static boolean isLent() {
        var current = CURRENT.get();
        return current != null && current != OFFERED && current != WITHHELD;
    }

    /** A call begins on this thread; does nothing where that is not lent. */
    static void begins(CompletableFuture<?> call) {
        if (isLent()) {
            var lent = CURRENT.get();
            lent.call = call;
            lent.operation.whenComplete((result, failure) -> call.cancel(false));
        }
    }

    /** Whether a call on this thread failed since its caller was interrupted, which is then told to the caller. */
    static boolean isInterruptedBy(Throwable failure) {
        if (!isLent()) {
            return false;
        }
        if (failure instanceof InterruptedException) {
            // OkHttp passes it on from where it waits for a connection; the mark is gone then.
            Thread.currentThread().interrupt();
        }
        return Thread.currentThread().isInterrupted();
    }

    /**
     * Asks for addresses of a name. Nothing breaks that off: a caller who lends their thread waits for one of those,
     * and can leave.
     */
    public static Dns lookups(Executor threads) {
        return name -> isLent() ? lookup(name, threads) : Dns.SYSTEM.lookup(name);
    }

    private static List<InetAddress> lookup(String name, Executor threads) throws UnknownHostException {
        var found = new CompletableFuture<List<InetAddress>>();
        threads.execute(() -> {
            try {
                found.complete(Dns.SYSTEM.lookup(name));
            } catch (UnknownHostException | RuntimeException e) {
                found.completeExceptionally(e);
            }
        });
        try {
            return duringCall(found);
        } catch (UnknownHostException e) {
            throw e;
        } catch (IOException e) {
            var unknown = new UnknownHostException(name + " was not looked up to the end");
            unknown.initCause(e);
            throw unknown;
        }
    }

    /** Waits for what runs elsewhere, no longer than the call on this thread lasts. */
    private static <T> T duringCall(CompletableFuture<T> elsewhere) throws IOException {
        try {
            CompletableFuture.anyOf(elsewhere, CURRENT.get().call).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
        }
        if (!elsewhere.isDone() || elsewhere.isCompletedExceptionally()) {
            throw new IOException("the call is over");
        }
        return elsewhere.join();
    }
}
