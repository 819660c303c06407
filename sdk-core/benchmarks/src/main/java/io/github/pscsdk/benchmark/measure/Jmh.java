package io.github.pscsdk.benchmark.measure;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the JMH benchmarks of a class: average time and allocation per call, in a JVM of its own. */
public final class Jmh {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private Jmh() {}

    /** Runs them and reports each under the name of its method. */
    public static void run(Class<?> benchmarks, Effort effort, Report report) throws RunnerException {
        var options = new OptionsBuilder()
                .include("^" + benchmarks.getName().replace(".", "\\.") + "\\.")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .forks(effort.of(1, 0))
                .warmupIterations(effort.of(5, 0))
                .measurementIterations(effort.of(5, 1))
                .warmupTime(TimeValue.milliseconds(effort.of(1_000, 1)))
                .measurementTime(TimeValue.milliseconds(effort.of(1_000, 1)))
                .build();
        for (var result : new Runner(options).run()) {
            var name = result.getPrimaryResult().getLabel();
            report.add("JMH, " + name, result.getPrimaryResult().getScore(), "ns");
            var allocation = result.getSecondaryResults().get(ALLOCATION);
            if (allocation != null) {
                report.add("JMH, " + name + ", allocated", allocation.getScore(), "B");
            }
        }
    }
}
