package io.github.pscsdk.relyingparty.internal.time;

import java.time.Duration;

/** Runs a short task after some time. */
@FunctionalInterface
public interface Scheduler {

    /**
     * Plans a task.
     *
     * @return takes the task off the plan; does nothing once it has run
     */
    Runnable after(Duration delay, Runnable task);
}
