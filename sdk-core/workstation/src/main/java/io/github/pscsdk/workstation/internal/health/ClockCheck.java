package io.github.pscsdk.workstation.internal.health;

import static io.github.pscsdk.diagnostic.WorkstationProblem.CLOCK_WRONG;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.workstation.internal.http.ProbeResult;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Whether the clock here agrees with the server half's, which the header {@code Date} tells to the second. */
final class ClockCheck {
    // Half of the 60 s that the server half allows Pro Santé Connect's clock; more cannot be explained by the network.
    private static final Duration NOTABLE = Duration.ofSeconds(30);
    // The shortest life of a session with Pro Santé Connect. The only time that the workstation takes from the server
    // half is the end of the session: to a clock that is further ahead, each session is over as soon as it begins.
    private static final Duration TOO_FAR = Duration.ofMinutes(30);

    private final Clock clock;

    ClockCheck(Clock clock) {
        this.clock = clock;
    }

    List<Diagnostic> findings(ProbeResult probe) {
        if (isBeforeCertificate(probe)) {
            return List.of(Diagnostic.of(CLOCK_WRONG, Severity.BLOCKING).with("certificate", "not yet valid"));
        }
        return probe.skew()
                .filter(skew -> skew.abs().compareTo(NOTABLE) > 0)
                .map(skew -> List.of(Diagnostic.of(CLOCK_WRONG, severity(skew)).with(facts(skew))))
                .orElse(List.of());
    }

    /** Certificates are not issued ahead of time: where one is not valid yet, it is far more often the clock that is behind. */
    boolean isBeforeCertificate(ProbeResult probe) {
        var now = clock.instant();
        return probe.failure().isPresent() && probe.chain().stream().limit(1).anyMatch(own -> now.isBefore(own.from()));
    }

    private static Severity severity(Duration skew) {
        return skew.abs().compareTo(TOO_FAR) > 0 ? Severity.BLOCKING : Severity.WARNING;
    }

    private static Map<String, String> facts(Duration skew) {
        return Map.of(skew.isNegative() ? "behind" : "ahead", skew.abs().toSeconds() + " s");
    }
}
