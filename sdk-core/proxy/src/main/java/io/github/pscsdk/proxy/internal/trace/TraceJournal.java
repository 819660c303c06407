package io.github.pscsdk.proxy.internal.trace;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.sessionstore.TraceEntry;
import io.github.pscsdk.sessionstore.TracePosition;
import io.github.pscsdk.sessionstore.TraceStore;
import io.github.pscsdk.time.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes traces down. What is to be done and cannot be traced fails with {@code TRACE_NOT_KEPT}, and so is not done; a failure is told to
 * its caller as what it is, traced or not. Each trace that is lost is an ERROR in the log, and a finding until one is kept again.
 */
public final class TraceJournal implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TraceJournal.class);

    /** Longer than a call of a store takes until it fails, so that whoever waits is told what became of it; and for a disk that does not answer. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final TraceWriter writer;
    private final TraceFormat format;
    private final Executor threads;
    private final Clock clock;
    // Since when none was kept; empty where the last one was.
    private final AtomicReference<Optional<Instant>> failing = new AtomicReference<>(Optional.empty());

    /**
     * Writes to {@code store}.
     *
     * @param threads on which callers go on whose trace was kept, or was not
     */
    public TraceJournal(TraceStore store, TraceFormat format, Executor threads, Clock clock, Scheduler timers) {
        this.writer = new TraceWriter(store, LIMIT, timers);
        this.format = format;
        this.threads = threads;
        this.clock = clock;
    }

    /**
     * Something was done in, or to, a session.
     *
     * @return fails with {@code TRACE_NOT_KEPT}
     */
    public CompletableFuture<Void> session(
            Trace.Type type, Caller.Origin origin, RelyingParty client, PscSession session) {
        return keep(type, origin, client, session, Optional.empty());
    }

    /**
     * A request goes to a backend.
     *
     * @return fails with {@code TRACE_NOT_KEPT}
     */
    public CompletableFuture<Void> send(
            Caller.Origin origin, RelyingParty client, PscSession session, Trace.ApiRequest apiRequest) {
        return keep(Trace.Type.SEND, origin, client, session, Optional.of(apiRequest));
    }

    private CompletableFuture<Void> keep(
            Trace.Type type,
            Caller.Origin origin,
            RelyingParty client,
            PscSession session,
            Optional<Trace.ApiRequest> apiRequest) {
        return write(new Trace(
                type,
                now(),
                origin,
                Optional.of(session.clientId()),
                Optional.of(session.professional().nationalId().value()),
                Optional.of(session.id().value()),
                Optional.of(session.sessionState()),
                client.certificateSubject(),
                apiRequest));
    }

    /**
     * A login failed, or was asked for in a way that cannot be.
     *
     * @param client that of the client id, where one is registered
     * @return never fails
     */
    public CompletableFuture<Void> failure(
            Caller.Origin origin,
            Optional<String> clientId,
            Optional<String> nationalId,
            Optional<RelyingParty> client) {
        return write(failed(origin, clientId, nationalId, client)).exceptionally(lost -> {
            log.debug("a failure is told without its trace", lost);
            return null;
        });
    }

    private Trace failed(
            Caller.Origin origin,
            Optional<String> clientId,
            Optional<String> nationalId,
            Optional<RelyingParty> client) {
        return new Trace(
                Trace.Type.CONNECT_FAILURE,
                now(),
                origin,
                clientId,
                nationalId,
                Optional.empty(),
                Optional.empty(),
                client.flatMap(RelyingParty::certificateSubject),
                Optional.empty());
    }

    /** Goes on elsewhere: the threads that write, and that tell the time, are for nothing else. */
    private CompletableFuture<Void> write(Trace trace) {
        var kept = append(trace);
        var there = kept.isDone() ? kept : kept.whenCompleteAsync((done, failure) -> {}, threads);
        return there.handle((done, failure) -> {
            if (failure != null) {
                throw new CompletionException(
                        notKept(trace, failure instanceof CompletionException ? failure.getCause() : failure));
            }
            failing.set(Optional.empty());
            return null;
        });
    }

    private CompletableFuture<Void> append(Trace trace) {
        var position = new TracePosition(trace.timestamp(), UUID.randomUUID());
        return writer.append(TraceEntry.of(position, format.write(trace)));
    }

    private PscException notKept(Trace trace, Throwable failure) {
        var before = failing.getAndUpdate(since -> since.isPresent() ? since : Optional.of(trace.timestamp()));
        // The stack once: where the disk is full, the log may be on it too.
        log.error("a trace could not be kept: {}", trace, before.isEmpty() ? failure : null);
        return new PscException(LoginProblem.TRACE_NOT_KEPT, "a trace could not be kept", failure);
    }

    /** What an operator must know: whether the last trace could not be kept, and since when that is so. */
    public Optional<Diagnostic> finding() {
        return failing.get()
                .map(since -> Diagnostic.of(LoginProblem.TRACE_NOT_KEPT, Severity.BLOCKING)
                        .with("since", since.toString()));
    }

    /** Now, as traces count it: by the millisecond. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Writes what waits; what comes later is not kept. */
    @Override
    public void close() {
        writer.close();
    }
}
