package io.github.pscsdk.benchmark.doctor;

import io.github.pscsdk.benchmark.measure.ChildJvm;
import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Pairs;
import io.github.pscsdk.benchmark.measure.Report;
import io.github.pscsdk.benchmark.measure.Sample;
import io.github.pscsdk.benchmark.measure.WallClock;
import io.github.pscsdk.benchmark.plugin.IdleArchives;
import io.github.pscsdk.benchmark.wire.Connection;
import io.github.pscsdk.benchmark.wire.Requests;
import java.io.IOException;
import java.net.URI;

/** How long the doctor takes on a healthy workstation: of a program that has just begun, and of one that runs. */
public final class HealthCheck implements Measure {
    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String subject() {
        return "client.diagnose() where all is well, beside the same two requests on bare sockets";
    }

    @Override
    public void take(Effort effort, Report report) throws Exception {
        try (var archives = IdleArchives.write(3);
                var site = new HealthySite()) {
            var folder = archives.folder();
            var cold = Sample.of(
                    effort.of(25, 1),
                    () -> ChildJvm.ask(
                            FirstDiagnosis.class,
                            folder.toString(),
                            site.address().toString()));
            report.add("cold JVM, from main to the diagnosis, median", cold.median(), "ms");
            report.add("cold JVM, slowest", cold.largest(), "ms");
            try (var client = FirstDiagnosis.client(folder, site.address())) {
                var pairs = Pairs.take(
                        effort.of(10, 0),
                        effort.of(101, 1),
                        () -> WallClock.millis(() -> FirstDiagnosis.examine(client)),
                        () -> WallClock.millis(() -> bare(site.address())));
                report.add("warm JVM, median", pairs.ours(), "ms");
                report.add("two bare requests, each on a connection of its own, median", pairs.limit(), "ms");
                report.ratio("diagnosis over two bare requests", pairs.ratio());
            }
        }
    }

    private static void bare(URI server) throws IOException {
        get(server.resolve(HealthySite.STATUS));
        get(server.resolve(HealthySite.DIAGNOSIS));
    }

    private static void get(URI uri) throws IOException {
        try (var connection = Connection.to(uri)) {
            if (connection.exchange(Requests.get(uri, "a-fictitious-token")).status() != 200) {
                throw new IOException("no answer");
            }
        }
    }
}
