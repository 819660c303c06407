package io.github.pscsdk.benchmark.measure;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Repeats an operation for some CPU time of the calling thread and says what one call cost: the steadiest measure on a
 * machine with noisy neighbours. For one thread.
 */
public final class Slices {
    private final long slice;
    private final int batch;
    /** Written and never read: the compiler may not leave the calls out. */
    @SuppressWarnings("unused")
    private Object last;

    /** @param batch so many calls between two looks at the clock, which takes about a microsecond */
    public Slices(Effort effort, int batch) {
        this.slice = Duration.ofMillis(effort.of(40, 1)).toNanos();
        this.batch = batch;
    }

    /** CPU time of one call, in nanoseconds. */
    public double nanos(Callable<?> operation) throws Exception {
        var start = Cpu.ofThread();
        var calls = 0L;
        var now = start;
        while (now - start < slice) {
            repeat(operation);
            calls += batch;
            now = Cpu.ofThread();
        }
        return (now - start) / (double) calls;
    }

    /** What one call allocates, in bytes. */
    public double bytes(Callable<?> operation) throws Exception {
        repeat(operation);
        var start = Cpu.allocatedByThread();
        repeat(operation);
        return (Cpu.allocatedByThread() - start) / (double) batch;
    }

    private void repeat(Callable<?> operation) throws Exception {
        for (var i = 0; i < batch; i++) {
            last = operation.call();
        }
    }
}
