package io.github.pscsdk.workstation.internal.session;

import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** What runs beside one session until it is over: the watch over its device, and the next look at the clock. */
final class SessionTasks {
    private Optional<RunningWatch> watching = Optional.empty();
    private Optional<Future<?>> look = Optional.empty();
    private boolean over;

    /** Starts the watch, unless the session is over. */
    synchronized void watch(RunningWatch device, Watches watches) {
        if (!over) {
            watching = Optional.of(device);
            watches.start(device);
        }
    }

    /** Plans the next look, unless the session is over. */
    synchronized void look(Supplier<Future<?>> planned) {
        if (!over) {
            look = Optional.of(planned.get());
        }
    }

    /** Ends both, for good. */
    synchronized void end() {
        over = true;
        watching.ifPresent(RunningWatch::stop);
        watching = Optional.empty();
        look.ifPresent(next -> next.cancel(false));
        look = Optional.empty();
    }
}
