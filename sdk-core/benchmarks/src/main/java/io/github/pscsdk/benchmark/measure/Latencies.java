package io.github.pscsdk.benchmark.measure;

import java.util.Arrays;

/** A fixed number of durations in nanoseconds; each slot is written by one thread. */
public final class Latencies {
    private final long[] nanos;

    public Latencies(int number) {
        nanos = new long[number];
    }

    /** Notes one. */
    public void put(int slot, long duration) {
        nanos[slot] = duration;
    }

    /** Median and 99th percentile, as two figures. Call it when all threads are done. */
    public void reportTo(Report report, String what) {
        var sample = new Sample(
                Arrays.stream(nanos).mapToObj(duration -> duration / 1e6).toList());
        report.add(what + ", p50", sample.median(), "ms");
        report.add(what + ", p99", sample.share(0.99), "ms");
    }
}
