package io.github.pscsdk.workstation;

import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.DeviceWatch;
import io.github.pscsdk.testkit.support.Await;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A device whose watch says what a test has it say, on the engine's thread. */
final class FakeDevice implements DeviceWatch {
    private final BlockingQueue<Consumer<Consumer<Boolean>>> reports = new LinkedBlockingQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final AtomicReference<Consumer<Boolean>> kept = new AtomicReference<>();
    private final AtomicReference<Thread> thread = new AtomicReference<>();

    /** Thrown to have the watch return as if all were well. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void follow(Consumer<Boolean> presence) throws InterruptedException {
        kept.set(presence);
        thread.set(Thread.currentThread());
        begun.countDown();
        try {
            while (true) {
                reports.take().accept(presence);
            }
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        } catch (Enough e) {
            return;
        }
    }

    /** Logs the mock server half's professional in, and is followed. */
    Authenticator authenticator() {
        return Fakes.authenticator("card", (request, context) -> {
            context.watch(this);
            return context.backchannel(Fakes.onPhone());
        });
    }

    FakeDevice leaves() {
        reports.add(presence -> presence.accept(false));
        return this;
    }

    FakeDevice comesBack() {
        reports.add(presence -> presence.accept(true));
        return this;
    }

    void breaks(RuntimeException thrown) {
        says(presence -> {
            throw thrown;
        });
    }

    void isGivenUp() {
        breaks(new Enough());
    }

    /** Has this done on the watch's thread. */
    void says(Consumer<Consumer<Boolean>> report) {
        reports.add(report);
    }

    void awaitBegun() throws InterruptedException {
        Await.latch("the watch begins", begun);
    }

    void awaitInterrupted() throws InterruptedException {
        Await.latch("the watch is interrupted", interrupted);
    }

    boolean hasBegun() {
        return begun.getCount() == 0;
    }

    boolean wasInterrupted() {
        return interrupted.getCount() == 0;
    }

    /** What a plug-in keeps although the watch is over. */
    Consumer<Boolean> kept() {
        return kept.get();
    }

    Thread thread() {
        return thread.get();
    }
}
