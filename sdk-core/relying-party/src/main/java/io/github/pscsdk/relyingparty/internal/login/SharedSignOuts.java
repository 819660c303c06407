package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.relyingparty.internal.endpoint.EndSessionEndpoint;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.internal.session.StoreKeys;
import io.github.pscsdk.sessionstore.PendingEntry;
import io.github.pscsdk.sessionstore.PendingStore;
import io.github.pscsdk.sessionstore.StoreCalls;
import io.github.pscsdk.time.Scheduler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;

/**
 * Logouts of which PSC has not heard, in a store that nodes share: whichever node is there tells it later, every two minutes, as long as the session could have lived at PSC. They are there before
 * PSC is told the first time, so that none is lost with its node.
 */
final class SharedSignOuts implements AutoCloseable {
    /** Longer than PSC's slowest answer takes. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final int MOST_AT_ONCE = 20;

    private final RepeatedWorkLog lookLog = new RepeatedWorkLog(
            LoggerFactory.getLogger(SharedSignOuts.class), "telling PSC of logouts that it has not heard of");
    private final PendingStore store;
    private final StoreCalls calls;
    private final StoreKeys keys;
    private final EndSessionEndpoint endpoint;
    private final Scheduler scheduler;
    private volatile boolean closed;

    SharedSignOuts(
            PendingStore store, StoreCalls calls, StoreKeys keys, EndSessionEndpoint endpoint, Scheduler scheduler) {
        this.store = store;
        this.calls = calls;
        this.keys = keys;
        this.endpoint = endpoint;
        this.scheduler = scheduler;
        lookLater();
    }

    /** PSC is about to be told of that logout. Calls the store. */
    void keep(SessionId id, String hint) {
        store.add(
                keys.kind("sign-out"),
                keys.signOut(id),
                hint.getBytes(StandardCharsets.US_ASCII),
                LEASE,
                PscProfile.SESSION_LIMIT);
    }

    /** PSC has answered. Calls the store. */
    void forget(SessionId id) {
        store.find(keys.signOut(id)).ifPresent(this::forget);
    }

    private boolean forget(PendingEntry told) {
        return store.remove(told.key(), told.version());
    }

    private void lookLater() {
        if (!closed) {
            scheduler.after(BETWEEN_LOOKS, this::look);
        }
    }

    private void look() {
        calls.run(() -> store.claimDue(
                        keys.kind("sign-out"), "node-" + ProcessHandle.current().pid(), LEASE, MOST_AT_ONCE))
                .thenCompose(due ->
                        CompletableFuture.allOf(due.stream().map(this::tell).toArray(CompletableFuture[]::new)))
                .whenComplete((told, failure) -> {
                    lookLog.done(failure);
                    lookLater();
                });
    }

    private CompletableFuture<?> tell(PendingEntry due) {
        return endpoint.end(new String(due.value(), StandardCharsets.US_ASCII))
                .handle((told, failure) -> calls.run(() -> failure != null && SignOuts.isOutage(failure)
                        ? store.reschedule(due.key(), due.version(), due.value(), BETWEEN_TRIES)
                                .isPresent()
                        : forget(due)))
                .thenCompose(done -> done);
    }

    @Override
    public void close() {
        closed = true;
    }
}
