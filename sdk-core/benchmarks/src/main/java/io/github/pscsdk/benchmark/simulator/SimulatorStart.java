package io.github.pscsdk.benchmark.simulator;

import io.github.pscsdk.benchmark.measure.ChildJvm;
import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Pairs.Cost;
import io.github.pscsdk.benchmark.measure.Report;
import io.github.pscsdk.benchmark.measure.Sample;

/** How soon a simulator answers, in a JVM that has just begun and in one that has started others before. */
public final class SimulatorStart implements Measure {
    @Override
    public String name() {
        return "simulator-start";
    }

    @Override
    public String subject() {
        return "from builder() to the simulator's first discovery document; over https to its certificates";
    }

    @Override
    public void take(Effort effort, Report report) throws Exception {
        var runs = effort.of(15, 2);
        say(report, "cold JVM, http", runs, () -> ChildJvm.ask(FirstAnswer.class, "http"));
        say(report, "cold JVM, https", runs, () -> ChildJvm.ask(FirstAnswer.class, "https"));
        say(report, "warm JVM, http", runs, FirstAnswer::millis);
        say(report, "warm JVM, https", runs, FirstAnswer::secureMillis);
    }

    private static void say(Report report, String what, int runs, Cost millis) throws Exception {
        var sample = Sample.of(runs, millis);
        report.add(what + ", median", sample.median(), "ms");
        report.add(what + ", slowest", sample.largest(), "ms");
    }
}
