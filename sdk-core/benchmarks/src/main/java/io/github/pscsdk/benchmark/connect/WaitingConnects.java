package io.github.pscsdk.benchmark.connect;

import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Report;
import java.time.Duration;
import java.util.Optional;

/** Ten thousand who connect at once to one node of the proxy, and wait for their professionals. */
public final class WaitingConnects implements Measure {
    @Override
    public String name() {
        return "connects";
    }

    @Override
    public String subject() {
        return "10,000 POST /connect at once on a node with 512 MiB of heap that keeps sessions in memory; the interval is 5 s";
    }

    @Override
    public void take(Effort effort, Report report) throws Exception {
        new ConnectLoad(effort, Optional.empty()).take("at once", effort.of(10_000, 20), Duration.ZERO, report);
    }
}
