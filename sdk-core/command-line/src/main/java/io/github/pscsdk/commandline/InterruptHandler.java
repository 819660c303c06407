package io.github.pscsdk.commandline;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns Ctrl-C into an interrupt of the thread that works, and keeps the process until that thread has tidied up. */
public final class InterruptHandler implements AutoCloseable {
    private static final long MOST_SECONDS = 20;

    private final CountDownLatch tidy = new CountDownLatch(1);
    private final Thread worker;
    private final Thread hook = new Thread(this::stop, "psc-stop");

    private InterruptHandler(Thread worker) {
        this.worker = worker;
    }

    /** Guards the calling thread until closed. */
    static InterruptHandler ofThisThread() {
        var stop = new InterruptHandler(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    /** Waits for Ctrl-C, which this class turns into the interrupt. */
    public static void awaitCtrlC() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private void stop() {
        // Whatever fails from now on fails because it is being stopped.
        Verbosity.nothingMore();
        worker.interrupt();
        try {
            // Only a bound: past it the process ends with whatever is left.
            var inTime = tidy.await(MOST_SECONDS, TimeUnit.SECONDS);
            assert inTime : "the command did not stop in time";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is tidied up. */
    @Override
    public void close() {
        tidy.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is stopping: the hook runs already, and may now end.
        }
    }
}
