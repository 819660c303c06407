package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.relyingparty.internal.endpoint.PscEndpoints;
import io.github.pscsdk.relyingparty.internal.session.Sessions;
import io.github.pscsdk.relyingparty.internal.session.StoreAccess;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;

/**
 * Tells PSC of {@linkplain Sessions#tellPscLater logouts} that it has not heard of, from whichever node, every two
 * minutes as long as the session could live at PSC.
 */
final class PendingSignOuts implements AutoCloseable {
    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final int MOST_AT_ONCE = 20;

    private final StoreAccess access;
    private final PeriodicTaskLog lookLog = new PeriodicTaskLog(
            LoggerFactory.getLogger(PendingSignOuts.class), "telling PSC of logouts that it has not heard of");
    private final String kind;
    private final PscEndpoints psc;
    private volatile boolean closed;

    PendingSignOuts(StoreAccess access, PscEndpoints psc) {
        this.access = access;
        this.kind = access.keys().kind("sign-out");
        this.psc = psc;
        lookLater();
    }

    private void lookLater() {
        if (!closed) {
            access.timers().after(BETWEEN_LOOKS, this::look);
        }
    }

    private void look() {
        var node = "node-" + ProcessHandle.current().pid();
        access.calls()
                .run(() -> access.store().claimDue(kind, node, Sessions.UNTIL_TOLD, MOST_AT_ONCE))
                .thenCompose(due ->
                        CompletableFuture.allOf(due.stream().map(this::tell).toArray(CompletableFuture[]::new)))
                .whenComplete((told, failure) -> {
                    lookLog.done(failure);
                    lookLater();
                });
    }

    private CompletableFuture<?> tell(StoredEntry due) {
        return psc.endSession(new String(due.value(), StandardCharsets.US_ASCII))
                .handle((told, failure) -> access.calls()
                        .run(() -> failure != null && SignOuts.isOutage(failure)
                                ? putOff(due)
                                : access.store().remove(due.key(), due.version())))
                .thenCompose(done -> done);
    }

    private boolean putOff(StoredEntry due) {
        var left = Duration.between(access.store().now(), due.expiresAt());
        if (left.compareTo(BETWEEN_TRIES) <= 0) {
            return access.store().remove(due.key(), due.version());
        }
        var later = EntryContent.of(due.value(), left).due(kind, BETWEEN_TRIES);
        return access.store().write(due.key(), due.version(), later).isPresent();
    }

    @Override
    public void close() {
        closed = true;
    }
}
