package io.github.pscsdk.proxy.internal.trace;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.proxy.internal.json.Trace;
import io.github.pscsdk.proxy.internal.session.Callers.Caller;
import io.github.pscsdk.proxy.internal.session.RelyingParties.ActiveSession;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.time.internal.Scheduler;
import io.github.pscsdk.tracestore.TraceEntry;
import io.github.pscsdk.tracestore.TracePosition;
import io.github.pscsdk.tracestore.TraceStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes traces down, and reads them for operators, one export at a time. An act that cannot be traced fails with
 * {@code TRACE_NOT_KEPT}, and so is not done; a failure is told as what it is, traced or not. Each lost trace is an
 * ERROR in the log, and a finding until one is kept again.
 */
public final class TraceJournal implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TraceJournal.class);

    /** Longer than a call of a store takes until it fails; and for a disk that does not answer. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    /** How many may wait; beyond, a trace is not kept, at once. */
    static final int MOST_WAITING = 10_000;

    /** Of an identifier as a caller sent it, in chars: no true one is as long. */
    private static final int LONGEST_NAME = 128;

    private static final Duration EXPORT_LIMIT = Duration.ofSeconds(60);

    private static final int MOST_EXPORTS_WAITING = 20;
    private static final int REMOVED_AT_ONCE = 500;
    // The rest goes the next time: others want to use the store too.
    static final int REMOVALS = 100;

    private final TraceStore store;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final ExecutorService writer = Executors.newSingleThreadExecutor(Scheduler.daemons("traces"));
    private final ThreadPoolExecutor reader;
    private final Executor threads;
    private final Clock clock;
    private final Scheduler timers;
    // Since when none was kept; empty where the last one was.
    private final AtomicReference<Optional<Instant>> failing = new AtomicReference<>(Optional.empty());

    /**
     * @param threads on which callers go on
     */
    public TraceJournal(TraceStore store, Executor threads, Clock clock, Scheduler timers) {
        this.store = store;
        this.reader = new ThreadPoolExecutor(
                1,
                1,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_EXPORTS_WAITING),
                Scheduler.daemons("trace-export"));
        reader.allowCoreThreadTimeOut(true);
        this.threads = threads;
        this.clock = clock;
        this.timers = timers;
    }

    /** Something was done in, or to, a session. Fails with {@code TRACE_NOT_KEPT}. */
    public CompletableFuture<Void> session(Trace.Type type, Caller.Origin origin, ActiveSession active) {
        return keep(type, origin, active, Optional.empty());
    }

    /** A request goes to a backend. Fails with {@code TRACE_NOT_KEPT}. */
    public CompletableFuture<Void> send(Caller.Origin origin, ActiveSession active, Trace.ApiRequest apiRequest) {
        return keep(Trace.Type.SEND, origin, active, Optional.of(apiRequest));
    }

    private CompletableFuture<Void> keep(
            Trace.Type type, Caller.Origin origin, ActiveSession active, Optional<Trace.ApiRequest> apiRequest) {
        var session = active.session();
        return write(new Trace(
                type,
                now(),
                Optional.of(session.clientId()),
                Optional.of(session.professional().nationalId().value()),
                origin.ipAddress(),
                origin.ports(),
                Optional.of(session.id().value()),
                Optional.of(session.sessionState()),
                active.client().certificateSubject(),
                apiRequest));
    }

    /** A login failed, or was asked for in a way that cannot be: names are cut to a length. Never fails. */
    public CompletableFuture<Void> failure(
            Caller.Origin origin,
            Optional<String> clientId,
            Optional<String> nationalId,
            Optional<RelyingParty> client) {
        var trace = new Trace(
                Trace.Type.CONNECT_FAILURE,
                now(),
                clientId.map(TraceJournal::cut),
                nationalId.map(TraceJournal::cut),
                origin.ipAddress(),
                origin.ports(),
                Optional.empty(),
                Optional.empty(),
                client.flatMap(RelyingParty::certificateSubject),
                Optional.empty());
        return write(trace).exceptionally(lost -> {
            log.debug("a failure is told without its trace", lost);
            return null;
        });
    }

    /** Between two characters, also where one takes two chars. */
    private static String cut(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        return name.substring(0, LONGEST_NAME - (Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1)) ? 1 : 0));
    }

    /** Goes on elsewhere: the threads that write, and that tell the time, are for nothing else. */
    private CompletableFuture<Void> write(Trace trace) {
        var position = new TracePosition(trace.timestamp(), UUID.randomUUID());
        var kept = append(TraceEntry.of(position, trace.written()));
        var there = kept.isDone() ? kept : kept.whenCompleteAsync((done, failure) -> {}, threads);
        return there.handle((done, failure) -> {
            if (failure != null) {
                throw new CompletionException(notKept(trace, Futures.causeOf(failure)));
            }
            failing.set(Optional.empty());
            return null;
        });
    }

    private record Waiting(TraceEntry entry, CompletableFuture<Void> kept) {}

    /** Done once the trace is kept, on the thread that writes. Fails with a {@link StoreException}, or a timeout. */
    CompletableFuture<Void> append(TraceEntry entry) {
        var kept = new CompletableFuture<Void>();
        if (store.isInProcess()) {
            write(List.of(new Waiting(entry, kept)));
            return kept;
        }
        if (!waiting.offer(new Waiting(entry, kept))) {
            return CompletableFuture.failedFuture(StoreException.unavailable("too many traces wait", null));
        }
        try {
            writer.execute(this::writeWaiting);
        } catch (RejectedExecutionException e) {
            kept.completeExceptionally(StoreException.unavailable("traces are closed", e));
        }
        return timers.orTimeout(kept, LIMIT);
    }

    /**
     * Whatever came while others were written, at once: so a disk that commits a hundred times a second keeps
     * thousands.
     */
    private void writeWaiting() {
        var batch = new ArrayList<Waiting>();
        while (waiting.drainTo(batch, TraceStore.MOST_AT_ONCE) > 0) {
            // Nobody waits for it any more.
            batch.removeIf(entry -> entry.kept.isDone());
            write(batch);
            batch.clear();
        }
    }

    private void write(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            store.append(batch.stream().map(Waiting::entry).toList());
            batch.forEach(entry -> entry.kept.complete(null));
        } catch (RuntimeException e) {
            batch.forEach(entry -> entry.kept.completeExceptionally(e));
        }
    }

    private PscException notKept(Trace trace, Throwable failure) {
        var before = failing.getAndUpdate(since -> since.isPresent() ? since : Optional.of(trace.timestamp()));
        if (failure instanceof StoreException && failure.getCause() == null) {
            log.error("a trace could not be kept: {}: {}", trace, failure.getMessage());
        } else {
            // The stack once: where the disk is full, the log may be on it too.
            log.error("a trace could not be kept: {}", trace, before.isEmpty() ? failure : null);
        }
        return new PscException(LoginProblem.TRACE_NOT_KEPT, "a trace could not be kept", failure);
    }

    public Optional<Diagnostic> finding() {
        return Objects.requireNonNull(failing.get(), "set from the start")
                .map(since -> Diagnostic.of(LoginProblem.TRACE_NOT_KEPT, Severity.BLOCKING)
                        .with("since", since.toString()));
    }

    /** Now, as traces count it: by the millisecond. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** @param next where the next page begins; empty where this is the last one */
    public record Page(List<TraceEntry> traces, Optional<TracePosition> next) {}

    /** A page of so many after a position. Fails with a {@link StoreException}. */
    public CompletableFuture<Page> page(TracePosition after, Instant end, int most) {
        return run(() -> {
            var read = store.read(after, end, most + 1);
            if (read.size() <= most) {
                return new Page(read, Optional.empty());
            }
            var page = read.subList(0, most);
            return new Page(page, Optional.of(page.get(most - 1).position()));
        });
    }

    private CompletableFuture<Page> run(Supplier<Page> work) {
        CompletableFuture<Page> done;
        try {
            // Does not begin once nobody waits any more.
            done = CompletableFuture.supplyAsync(work, reader);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(StoreException.unavailable("too many exports of traces wait", e));
        }
        return timers.orTimeout(done, EXPORT_LIMIT)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        failure instanceof TimeoutException
                                ? StoreException.unavailable("the traces were not read in time: ask for fewer", null)
                                : failure))
                .whenCompleteAsync((read, failure) -> {}, threads);
    }

    /** Removes what is older than that, a batch at a time; for once a minute. */
    public void removeOlderThan(Duration retention) {
        try {
            for (var i = 0; i < REMOVALS && store.removeOlderThan(retention, REMOVED_AT_ONCE) == REMOVED_AT_ONCE; i++) {
                log.debug("{} traces were too old", REMOVED_AT_ONCE);
            }
        } catch (StoreException e) {
            log.warn("traces that are too old stay a minute longer: {}", e.getMessage());
        }
    }

    /** Writes what waits; what comes later is not kept. An export that is under way ends by the store's own limit. */
    @Override
    public void close() {
        reader.shutdown();
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw StoreException.unavailable("it does not answer: the last traces may be lost", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
