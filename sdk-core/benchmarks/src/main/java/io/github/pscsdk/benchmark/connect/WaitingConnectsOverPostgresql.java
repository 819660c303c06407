package io.github.pscsdk.benchmark.connect;

import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Report;
import io.github.pscsdk.benchmark.store.PostgresServer;
import java.time.Duration;
import java.util.Optional;

/** The same where sessions, and who is being asked, are in a database: within a minute, and at once. */
public final class WaitingConnectsOverPostgresql implements Measure {
    @Override
    public String name() {
        return "connects-postgresql";
    }

    @Override
    public String subject() {
        return "the same over a PostgreSQL on this machine, and as many who come within a minute";
    }

    @Override
    public void take(Effort effort, Report report) throws Exception {
        take("within a minute", effort.of(10_000, 20), Duration.ofSeconds(effort.of(60, 1)), effort, report);
        if (effort == Effort.FULL) {
            take("at once", 10_000, Duration.ZERO, effort, report);
        }
    }

    /** In a database of its own, since attempts are counted there for ten minutes. */
    private static void take(String label, int number, Duration arrival, Effort effort, Report report)
            throws Exception {
        try (var database = new PostgresServer()) {
            new ConnectLoad(effort, Optional.of(database)).take(label, number, arrival, report);
        }
    }
}
