package io.github.pscsdk.relyingparty.internal.http;

import io.github.pscsdk.httpclient.internal.CallingThread;
import io.github.pscsdk.httpclient.internal.HttpCalls;
import io.github.pscsdk.time.internal.Deadlines;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import okhttp3.Dns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads for the calls to one peer. Each of its endpoints has a {@link Line} with places of its own, so that one
 * that hangs holds up nobody who calls another, and only so many who call it too. Safe for any thread.
 */
final class Bulkhead {
    /** The endpoint hangs while one of its calls has gone on for so long. */
    static final Duration HANGS_AFTER = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(Bulkhead.class);
    private static final long IDLE_SECONDS = 10;

    private final Executor threads;
    private final int most;
    private final HttpCalls.Timer timer;
    private final LongSupplier nanos;
    private final List<Line> lines = new ArrayList<>();
    private int places;
    /** Calls beyond the places of their lines. */
    private int beyond;

    /** On so many of the host's threads, which may be virtual ones. The host ends them. */
    Bulkhead(Executor threads, int most) {
        this(threads, most, Deadlines::after, System::nanoTime);
    }

    Bulkhead(Executor threads, int most, HttpCalls.Timer timer, LongSupplier nanos) {
        this.threads = threads;
        this.most = most;
        this.timer = timer;
        this.nanos = nanos;
    }

    /**
     * On daemon threads of its own, one for each call at once, which end when idle for ten seconds. The one that was
     * idle for the shortest time takes the next task, so that those not needed end.
     */
    static Bulkhead ofThreads(String name, int most) {
        var number = new AtomicInteger();
        var threads = new ThreadPoolExecutor(
                0,
                // The places bound them: a call that begins just when another one has ended may start a thread.
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                // Not fair, that is last in, first out.
                new SynchronousQueue<>(),
                task -> {
                    var thread = new Thread(task, name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        return new Bulkhead(threads, most);
    }

    /**
     * The line of one endpoint, for so many calls at once unless it hangs.
     *
     * @throws IllegalArgumentException if all lines together have more places than there may be calls
     */
    synchronized Line line(int atOnce) {
        if (atOnce < 1 || places + atOnce > most) {
            throw new IllegalArgumentException("a line has a place, and all lines together as many as there are calls");
        }
        places += atOnce;
        var line = new Line(atOnce);
        lines.add(line);
        return line;
    }

    /**
     * Runs the calls of one endpoint: on the {@link CallingThread} where that is lent and there is a place, else on a
     * thread of the bulkhead, or in line for one. While the endpoint hangs, its calls take places that no line has.
     */
    final class Line implements Executor {
        private final int atOnce;
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        /** The eldest first. */
        private final Set<Call> running = new LinkedHashSet<>();

        private boolean looksLater;

        private Line(int atOnce) {
            this.atOnce = atOnce;
        }

        /** @throws RejectedExecutionException if the host's threads take no more tasks */
        @Override
        public void execute(Runnable task) {
            Call call;
            synchronized (Bulkhead.this) {
                if (!mayBegin()) {
                    waiting.add(task);
                    lookLater();
                    return;
                }
                call = begun(task);
            }
            if (CallingThread.isLent()) {
                call.run();
                startNext(call);
                return;
            }
            try {
                start(call);
            } catch (RejectedExecutionException e) {
                startNext(call);
                throw e;
            }
        }

        /** Lookups on other threads for a call on a lent thread, in whose place they are. */
        Dns lookups() {
            return CallingThread.lookups(threads);
        }

        private boolean mayBegin() {
            return running.size() < atOnce || untilItHangs() <= 0 && beyond < most - places;
        }

        private long untilItHangs() {
            return running.iterator().next().begun + HANGS_AFTER.toNanos() - nanos.getAsLong();
        }

        private Call begun(Runnable task) {
            beyond += running.size() >= atOnce ? 1 : 0;
            var call = new Call(this, task, nanos.getAsLong());
            running.add(call);
            return call;
        }

        /** The next in line; empty where none may begin. */
        private Optional<Call> next() {
            return waiting.isEmpty() || !mayBegin() ? Optional.empty() : Optional.of(begun(waiting.remove()));
        }

        /**
         * At the moment from which it hangs, unless a call ends before. Where it hangs already, only the end of a call
         * makes room.
         */
        private void lookLater() {
            var left = untilItHangs();
            if (!looksLater && left > 0) {
                looksLater = true;
                timer.start(Duration.ofNanos(left), this::look);
            }
        }

        private void look() {
            List<Call> begin = new ArrayList<>();
            synchronized (Bulkhead.this) {
                looksLater = false;
                for (var call = next(); call.isPresent(); call = next()) {
                    begin.add(call.get());
                }
                if (!waiting.isEmpty()) {
                    lookLater();
                }
            }
            begin.forEach(Bulkhead.this::startWaiting);
        }
    }

    private record Call(Line line, Runnable task, long begun) implements Runnable {
        @Override
        public void run() {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                // The next calls in line must not suffer for it.
                log.error("a call threw {}", e.getClass().getName());
            }
        }

        /** Each call is another one. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private void start(Call first) {
        threads.execute(() -> CallingThread.withheld(() -> {
            for (var call = Optional.of(first); call.isPresent(); call = after(call.get())) {
                call.get().run();
            }
            return null;
        }));
    }

    /** Gives the place of a call that has ended to the next in line, on a thread that is not the caller's. */
    private void startNext(Call ended) {
        after(ended).ifPresent(this::startWaiting);
    }

    private void startWaiting(Call first) {
        for (var call = Optional.of(first); call.isPresent(); call = after(call.get())) {
            try {
                start(call.get());
                return;
            } catch (RejectedExecutionException e) {
                log.error("a call that waited in line was given up: no thread takes it");
            }
        }
    }

    /** The call that gets the place of the one that has ended: of its own line, else of one that hangs. */
    private synchronized Optional<Call> after(Call ended) {
        var line = ended.line;
        line.running.remove(ended);
        beyond -= line.running.size() >= line.atOnce ? 1 : 0;
        var next = line.next();
        if (!line.waiting.isEmpty()) {
            line.lookLater();
        }
        for (var other = lines.iterator(); next.isEmpty() && other.hasNext(); ) {
            next = other.next().next();
        }
        return next;
    }
}
