package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.spi.DeviceWatch;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Runs one watch on a separate thread, as the engine does, and records its reports. */
final class ContractWatch implements Consumer<Boolean> {
    private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
    private final FutureTask<Void> watch;
    private final Thread thread;
    private final Duration patience;

    private ContractWatch(DeviceWatch device, Duration patience) {
        this.patience = patience;
        this.watch = new FutureTask<>(() -> {
            device.follow(this);
            return null;
        });
        this.thread = new Thread(watch, "contract-watch");
        // As the engine's is, and so that one that never ends does not keep the tests alive.
        thread.setDaemon(true);
    }

    static ContractWatch start(DeviceWatch device, Duration patience) {
        var started = new ContractWatch(device, patience);
        started.thread.start();
        return started;
    }

    /** Runs the watch of a context, if it has one, until its first report. */
    static void once(TestContext context, Duration patience) throws InterruptedException {
        if (context.watch().isPresent()) {
            var watch = start(context.watch().get(), patience);
            watch.report();
            watch.stop();
        }
    }

    @Override
    public void accept(Boolean isThere) {
        reports.add(isThere ? "present" : "absent");
    }

    /** Waits for a report: {@code present}, {@code absent}, or {@code nothing}. */
    String report() throws InterruptedException {
        var report = reports.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        return report == null ? "nothing" : report;
    }

    void stop() {
        thread.interrupt();
    }

    Throwable failureOnceInterrupted() throws InterruptedException {
        stop();
        try {
            watch.get(EngineLimits.GRACE.toNanos(), TimeUnit.NANOSECONDS);
            throw new AssertionError("the watch returned as if the session were not over");
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause(), "cause");
        } catch (TimeoutException e) {
            throw new AssertionError("the watch does not stop within a second", e);
        }
    }
}
