package io.github.pscsdk.relyingparty.internal.diagnosis;

import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** How far our clock is from the one in an answer's header {@code Date}, which knows whole seconds. */
final class ClockSkew {
    private static final Duration NOTICED = Duration.ofSeconds(30);

    private ClockSkew() {}

    /** @param leeway beyond which ID tokens are refused */
    static void check(Instant theirs, Instant ours, Duration leeway, Findings findings) {
        var ahead = Duration.between(theirs, ours);
        if (ahead.abs().compareTo(NOTICED) > 0) {
            findings.add(
                    ServerProblem.CLOCK_SKEWED,
                    ahead.abs().compareTo(leeway) > 0 ? Severity.BLOCKING : Severity.WARNING,
                    Map.of("seconds", Long.toString(ahead.toSeconds())));
        }
    }
}
