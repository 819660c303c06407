package io.github.pscsdk.benchmark.harness;

/** Measures once, in any unit. */
@FunctionalInterface
public interface Cost {
    double take() throws Exception;

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    static double nanos(Work work) throws Exception {
        var start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    static double millis(Work work) throws Exception {
        return nanos(work) / 1e6;
    }
}
