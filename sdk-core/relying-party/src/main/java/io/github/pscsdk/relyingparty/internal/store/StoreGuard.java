package io.github.pscsdk.relyingparty.internal.store;

import io.github.pscsdk.relyingparty.RelyingPartyListener;
import io.github.pscsdk.relyingparty.RelyingPartyListener.StoreCall;
import io.github.pscsdk.relyingparty.RelyingPartyListener.StoreOperation;
import io.github.pscsdk.relyingparty.internal.event.Events;
import io.github.pscsdk.sessionstore.StoreException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/** Calls a store of the host: whatever it throws is a {@link StoreException}, and of a store elsewhere it is told how long it took. */
final class StoreGuard {
    private final boolean isInProcess;
    private final Events events;

    StoreGuard(boolean isInProcess, Events events) {
        this.isInProcess = isInProcess;
        this.events = events;
    }

    <T> T call(StoreOperation operation, Supplier<T> call) {
        if (isInProcess) {
            return guarded(call);
        }
        var begun = System.nanoTime();
        try {
            var result = guarded(call);
            tell(operation, RelyingPartyListener.DONE, begun);
            return result;
        } catch (StoreException e) {
            tell(operation, e.problem().code(), begun);
            throw e;
        }
    }

    private void tell(StoreOperation operation, String outcome, long begun) {
        var duration = Duration.ofNanos(System.nanoTime() - begun);
        events.tell(known -> known.storeCalled(new StoreCall(operation, outcome, duration)));
    }

    private static <T> T guarded(Supplier<T> call) {
        try {
            return Objects.requireNonNull(call.get());
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            // Without its message and itself: they may quote a key.
            throw StoreException.unavailable(
                    "the session store failed by " + e.getClass().getName(), null);
        }
    }
}
