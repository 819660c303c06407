package io.github.pscsdk.testkit.support;

import java.util.concurrent.Executor;

/**
 * Runs each task on a daemon thread of its own. The common pool of a machine with two processors has one thread, which
 * a task that waits takes from all others; before JDK 25, {@code CompletableFuture} did not use it there.
 */
public enum ThreadPerTaskExecutor implements Executor {
    INSTANCE;

    @Override
    public void execute(Runnable task) {
        var thread = new Thread(task, "test");
        thread.setDaemon(true);
        thread.start();
    }
}
