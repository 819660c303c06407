package io.github.pscsdk.proxy.internal.trace;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes traces down. What is to be done and cannot be traced fails with {@code TRACE_NOT_KEPT}, and so is not done; a failure is told to
 * its caller as what it is, traced or not. Each trace that is lost is an ERROR in the log, and a finding until one is kept again.
 */
public final class TraceJournal {
    private static final Logger log = LoggerFactory.getLogger(TraceJournal.class);

    private final TraceStore store;
    private final Clock clock;
    // Since when none was kept; empty where the last one was.
    private final AtomicReference<Optional<Instant>> failing = new AtomicReference<>(Optional.empty());

    /** Writes to {@code store}. */
    public TraceJournal(TraceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Something was done in, or to, a session. */
    public void session(Trace.Type type, Caller.Origin origin, RelyingParty client, PscSession session)
            throws PscException {
        keep(type, origin, client, session, Optional.empty());
    }

    /** A request went to a backend. */
    public void send(Caller.Origin origin, RelyingParty client, PscSession session, Trace.ApiRequest apiRequest)
            throws PscException {
        keep(Trace.Type.SEND, origin, client, session, Optional.of(apiRequest));
    }

    /**
     * A login failed.
     *
     * @param client that of the client id, where one is registered
     */
    public void failure(
            Caller.Origin origin,
            Optional<String> clientId,
            Optional<String> nationalId,
            Optional<RelyingParty> client) {
        var trace = new Trace(
                Trace.Type.CONNECT_FAILURE,
                now(),
                origin,
                clientId,
                nationalId,
                Optional.empty(),
                Optional.empty(),
                client.flatMap(RelyingParty::certificateSubject),
                Optional.empty());
        try {
            write(trace);
        } catch (PscException e) {
            log.debug("a failure is told without its trace", e);
        }
    }

    private void keep(
            Trace.Type type,
            Caller.Origin origin,
            RelyingParty client,
            PscSession session,
            Optional<Trace.ApiRequest> apiRequest)
            throws PscException {
        write(new Trace(
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

    private void write(Trace trace) throws PscException {
        try {
            store.append(trace);
            failing.set(Optional.empty());
        } catch (IOException e) {
            var before = failing.getAndUpdate(since -> since.isPresent() ? since : Optional.of(trace.timestamp()));
            // The stack once: where the disk is full, the log may be on it too.
            log.error("a trace could not be kept: {}", trace, before.isEmpty() ? e : null);
            throw new PscException(LoginProblem.TRACE_NOT_KEPT, "a trace could not be kept", e);
        }
    }

    /** What an operator must know: whether the last trace could not be kept, and since when that is so. */
    public Optional<Diagnostic> finding() {
        return failing.get()
                .map(since -> Diagnostic.of(LoginProblem.TRACE_NOT_KEPT, Severity.BLOCKING)
                        .with("since", since.toString()));
    }

    /** Those with {@code start < timestamp < end}, oldest first. */
    public List<Trace> between(Instant start, Instant end) throws IOException {
        return store.between(start, end);
    }

    /** Now, as traces count it: by the millisecond. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
