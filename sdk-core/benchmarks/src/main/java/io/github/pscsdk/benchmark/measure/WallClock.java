package io.github.pscsdk.benchmark.measure;

/** How long something takes, for {@link Pairs} and {@link Sample}. */
public final class WallClock {
    /** What is measured. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    private WallClock() {}

    public static double nanos(Work work) throws Exception {
        var start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    public static double millis(Work work) throws Exception {
        return nanos(work) / 1e6;
    }
}
