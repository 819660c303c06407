package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.relyingparty.internal.endpoint.EndSessionEndpoint;
import io.github.pscsdk.relyingparty.internal.session.Sessions;
import io.github.pscsdk.relyingparty.internal.session.StoreAccess;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreCalls;
import io.github.pscsdk.sessionstore.StoredEntry;
import io.github.pscsdk.time.Scheduler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;

/**
 * Tells PSC of {@linkplain Sessions#tellPscLater logouts} that it has not heard of: whichever node is there does, every two minutes, as long as the session could have lived at PSC.
 */
final class PendingSignOuts implements AutoCloseable {
    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final int MOST_AT_ONCE = 20;

    private final RepeatedWorkLog lookLog = new RepeatedWorkLog(
            LoggerFactory.getLogger(PendingSignOuts.class), "telling PSC of logouts that it has not heard of");
    private final SessionStore store;
    private final StoreCalls calls;
    private final String kind;
    private final EndSessionEndpoint endpoint;
    private final Scheduler scheduler;
    private volatile boolean closed;

    PendingSignOuts(StoreAccess access, EndSessionEndpoint endpoint) {
        this.store = access.store();
        this.calls = access.calls();
        this.kind = access.keys().kind("sign-out");
        this.endpoint = endpoint;
        this.scheduler = access.timers();
        lookLater();
    }

    private void lookLater() {
        if (!closed) {
            scheduler.after(BETWEEN_LOOKS, this::look);
        }
    }

    private void look() {
        var node = "node-" + ProcessHandle.current().pid();
        calls.run(() -> store.claimDue(kind, node, Sessions.UNTIL_TOLD, MOST_AT_ONCE))
                .thenCompose(due ->
                        CompletableFuture.allOf(due.stream().map(this::tell).toArray(CompletableFuture[]::new)))
                .whenComplete((told, failure) -> {
                    lookLog.done(failure);
                    lookLater();
                });
    }

    private CompletableFuture<?> tell(StoredEntry due) {
        return endpoint.end(new String(due.value(), StandardCharsets.US_ASCII))
                .handle((told, failure) -> calls.run(() -> failure != null && SignOuts.isOutage(failure)
                        ? putOff(due)
                        : store.remove(due.key(), due.version())))
                .thenCompose(done -> done);
    }

    /** Unless there is no time for another try. */
    private boolean putOff(StoredEntry due) {
        var left = Duration.between(store.now(), due.expiresAt());
        if (left.compareTo(BETWEEN_TRIES) <= 0) {
            return store.remove(due.key(), due.version());
        }
        var later = EntryContent.of(due.value(), left).due(kind, BETWEEN_TRIES);
        return store.write(due.key(), due.version(), later).isPresent();
    }

    @Override
    public void close() {
        closed = true;
    }
}
