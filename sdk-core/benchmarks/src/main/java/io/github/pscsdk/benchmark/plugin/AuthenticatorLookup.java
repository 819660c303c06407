package io.github.pscsdk.benchmark.plugin;

import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Jmh;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Pairs;
import io.github.pscsdk.benchmark.measure.Report;
import io.github.pscsdk.benchmark.measure.Slices;
import io.github.pscsdk.workstation.internal.login.Lookups;

/** What it takes to find an authenticator by its id. */
public final class AuthenticatorLookup implements Measure {
    @Override
    public String name() {
        return "lookup";
    }

    @Override
    public String subject() {
        return "an authenticator by its id, beside a map and beside PF4J";
    }

    @Override
    public void take(Effort effort, Report report) throws Exception {
        var lookups = new Lookups();
        lookups.load();
        try {
            var slices = new Slices(effort, 10_000);
            var warmUp = effort.of(25, 1);
            var number = effort.of(50, 3);
            var map = Pairs.take(
                    warmUp, number, () -> slices.nanos(lookups::byRegistry), () -> slices.nanos(lookups::byMap));
            var framework = Pairs.take(
                    warmUp,
                    number,
                    () -> slices.nanos(lookups::byRegistry),
                    () -> slices.nanos(lookups::byPluginFramework));
            report.add("map, CPU", map.limit(), "ns");
            report.add("SDK, CPU", map.ours(), "ns");
            report.add("PF4J, CPU", framework.limit(), "ns");
            report.ratio("PF4J over SDK", 1 / framework.ratio());
            report.add("SDK, allocated", slices.bytes(lookups::byRegistry), "B");
            report.add("PF4J, allocated", slices.bytes(lookups::byPluginFramework), "B");
        } finally {
            lookups.unload();
        }
        Jmh.run(Lookups.class, effort, report);
    }
}
