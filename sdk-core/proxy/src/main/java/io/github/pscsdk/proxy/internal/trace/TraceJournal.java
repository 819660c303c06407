package io.github.pscsdk.proxy.internal.trace;

import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes traces down. A full disk does not keep a professional from working: the failure is an ERROR in the log, for the
 * operator to act on.
 */
public final class TraceJournal {
    private static final Logger log = LoggerFactory.getLogger(TraceJournal.class);

    private final TraceStore store;
    private final Clock clock;

    /** Writes to {@code store}. */
    public TraceJournal(TraceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Something was done in, or to, a session. */
    public void session(Trace.Type type, Caller.Origin origin, RelyingParty client, PscSession session) {
        write(type, origin, client, session, Optional.empty());
    }

    /** A request went to a backend. */
    public void send(Caller.Origin origin, RelyingParty client, PscSession session, Trace.ApiRequest apiRequest) {
        write(Trace.Type.SEND, origin, client, session, Optional.of(apiRequest));
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
        write(new Trace(
                Trace.Type.CONNECT_FAILURE,
                now(),
                origin,
                clientId,
                nationalId,
                Optional.empty(),
                Optional.empty(),
                client.flatMap(RelyingParty::certificateSubject),
                Optional.empty()));
    }

    private void write(
            Trace.Type type,
            Caller.Origin origin,
            RelyingParty client,
            PscSession session,
            Optional<Trace.ApiRequest> apiRequest) {
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

    private void write(Trace trace) {
        try {
            store.append(trace);
        } catch (IOException e) {
            log.error("a trace could not be kept: {}", trace, e);
        }
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
