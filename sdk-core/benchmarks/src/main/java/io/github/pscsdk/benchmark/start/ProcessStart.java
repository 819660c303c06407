package io.github.pscsdk.benchmark.start;

import io.github.pscsdk.benchmark.measure.ChildJvm;
import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Pairs;
import io.github.pscsdk.benchmark.measure.Report;
import io.github.pscsdk.benchmark.measure.Sample;
import io.github.pscsdk.benchmark.plugin.ThreeArchives;

/** CPU time of a whole process until it knows its three authenticators. */
public final class ProcessStart implements Measure {
    @Override
    public String name() {
        return "process-start";
    }

    @Override
    public String subject() {
        return "CPU of a process until it lists three authenticators, beside PF4J alone";
    }

    @Override
    public void take(Effort effort, Report report) throws Exception {
        try (var archives = ThreeArchives.write()) {
            var folder = archives.folder().toString();
            var runs = effort.of(25, 1);
            var pairs = Pairs.take(
                    effort.of(2, 0),
                    runs,
                    () -> ChildJvm.ask(SdkProcess.class, folder),
                    () -> ChildJvm.ask(PluginFrameworkProcess.class, folder));
            var empty = Sample.of(runs, () -> ChildJvm.ask(EmptyProcess.class, folder));
            report.add("empty JVM", empty.median(), "ms");
            report.add("PF4J alone", pairs.limit(), "ms");
            report.add("SDK", pairs.ours(), "ms");
            report.ratio("SDK over PF4J alone", pairs.ratio());
        }
    }
}
