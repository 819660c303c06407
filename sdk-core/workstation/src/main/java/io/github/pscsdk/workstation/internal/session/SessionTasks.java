package io.github.pscsdk.workstation.internal.session;

import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** The background tasks of one session: the watch over its device, and the next check of its expiry. */
final class SessionTasks {
    private Optional<RunningWatch> watching = Optional.empty();
    private Optional<Future<?>> expiryCheck = Optional.empty();
    private boolean over;

    /** Starts the watch, unless the session is over. */
    synchronized void watch(RunningWatch device, RunningWatches watches) {
        if (!over) {
            watching = Optional.of(device);
            watches.start(device);
        }
    }

    /** Plans the next check of the expiry, unless the session is over. */
    synchronized void expiryCheck(Supplier<Future<?>> planned) {
        if (!over) {
            expiryCheck = Optional.of(planned.get());
        }
    }

    /** Ends both, for good. */
    synchronized void end() {
        over = true;
        watching.ifPresent(RunningWatch::stop);
        watching = Optional.empty();
        expiryCheck.ifPresent(next -> next.cancel(false));
        expiryCheck = Optional.empty();
    }
}
