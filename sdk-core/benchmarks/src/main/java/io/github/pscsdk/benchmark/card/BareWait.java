package io.github.pscsdk.benchmark.card;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javax.smartcardio.CardTerminals;

/** A program that waits for the next change at the readers, and for nothing else. */
final class BareWait {
    private static final int PATIENCE_MILLIS = 20_000;

    private BareWait() {}

    /** When it hears of the change, in nanoseconds. It listens when this returns. */
    static FutureTask<Long> event(CardTerminals terminals) throws Exception {
        return then(terminals, System::nanoTime);
    }

    /** What comes of {@code work}, done at once after the change. */
    static <T> FutureTask<T> then(CardTerminals terminals, Callable<T> work) throws Exception {
        terminals.waitForChange(1);
        var listens = new CountDownLatch(1);
        var event = new FutureTask<>(() -> {
            listens.countDown();
            terminals.waitForChange(PATIENCE_MILLIS);
            return work.call();
        });
        var thread = new Thread(event, "benchmark-watch");
        thread.setDaemon(true);
        thread.start();
        listens.await();
        return event;
    }
}
