package io.github.pscsdk.benchmark.harness;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Repeats an operation for some CPU time of the calling thread: the steadiest measure beside noisy neighbours. For one
 * thread.
 */
public final class Slices {
    /** Calls between two looks at the clock, each of which takes about a microsecond. */
    private static final int BATCH = 50;

    private final long slice;
    /** Written and never read: the compiler may not leave the calls out. */
    @SuppressWarnings("unused")
    private Object last;

    public Slices(Run run) {
        this.slice = Duration.ofMillis(run.of(40, 1)).toNanos();
    }

    /** CPU time of one call, in nanoseconds. */
    public double nanos(Callable<?> operation) throws Exception {
        var start = Cpu.ofThread();
        var calls = 0L;
        var now = start;
        while (now - start < slice) {
            repeat(operation);
            calls += BATCH;
            now = Cpu.ofThread();
        }
        return (now - start) / (double) calls;
    }

    /** The bytes that one call allocates. */
    public double bytes(Callable<?> operation) throws Exception {
        repeat(operation);
        var start = Cpu.allocatedByThread();
        repeat(operation);
        return (Cpu.allocatedByThread() - start) / (double) BATCH;
    }

    private void repeat(Callable<?> operation) throws Exception {
        for (var i = 0; i < BATCH; i++) {
            last = operation.call();
        }
    }
}
