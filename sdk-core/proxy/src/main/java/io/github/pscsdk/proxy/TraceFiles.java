package io.github.pscsdk.proxy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Where traces outlive a restart.
 *
 * @param folder of one proxy alone; made where needed
 * @param retention how long a day's file is kept
 */
public record TraceFiles(Path folder, Duration retention) {
    /** Six months: the least that the CNIL recommends for the log of accesses to personal data. */
    public static final Duration DEFAULT_RETENTION = Duration.ofDays(184);

    /** Checks the retention. */
    public TraceFiles {
        Objects.requireNonNull(folder, "folder");
        if (retention.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("traces are kept for at least one day");
        }
    }
}
