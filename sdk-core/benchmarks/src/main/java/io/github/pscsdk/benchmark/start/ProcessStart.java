package io.github.pscsdk.benchmark.start;

import io.github.pscsdk.benchmark.measure.ChildJvm;
import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Pairs;
import io.github.pscsdk.benchmark.measure.Report;
import io.github.pscsdk.benchmark.measure.Sample;
import io.github.pscsdk.benchmark.plugin.IdleArchives;

/** CPU time of a whole process until it knows its authenticators, three or twenty. */
public final class ProcessStart implements Measure {
    @Override
    public String name() {
        return "process-start";
    }

    @Override
    public String subject() {
        return "CPU of a process until it lists its authenticators, beside PF4J alone";
    }

    @Override
    public void take(Effort effort, Report report) throws Exception {
        take(3, effort, report);
        take(20, effort, report);
    }

    private static void take(int plugins, Effort effort, Report report) throws Exception {
        try (var archives = IdleArchives.write(plugins)) {
            var folder = archives.folder().toString();
            var number = Integer.toString(plugins);
            var runs = effort.of(25, 1);
            var pairs = Pairs.take(
                    effort.of(2, 0),
                    runs,
                    () -> ChildJvm.ask(SdkProcess.class, folder, number),
                    () -> ChildJvm.ask(PluginFrameworkProcess.class, folder, number));
            var empty = Sample.of(runs, () -> ChildJvm.ask(EmptyProcess.class, folder));
            report.add(plugins + " plug-ins, empty JVM", empty.median(), "ms");
            report.add(plugins + " plug-ins, PF4J alone", pairs.limit(), "ms");
            report.add(plugins + " plug-ins, SDK", pairs.ours(), "ms");
            report.ratio(plugins + " plug-ins, SDK over PF4J alone", pairs.ratio());
        }
    }
}
