package io.github.pscsdk.relyingparty.internal.diagnosis;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.relyingparty.drift.DriftArea;
import io.github.pscsdk.relyingparty.drift.DriftFinding;
import io.github.pscsdk.relyingparty.drift.DriftSeverity;
import java.util.List;
import java.util.Map;

/** What differs at PSC, as findings of the diagnosis. What is informative only is left to {@code proxy-esante drift}. */
final class DriftProblems {
    private DriftProblems() {}

    /** @param backchannelAlone whether the client has no other way in */
    static void add(List<DriftFinding> differences, boolean backchannelAlone, Findings findings) {
        for (var difference : differences) {
            if (difference.severity() != DriftSeverity.INFORMATIVE) {
                var problem = problem(difference);
                var isPartial = difference.severity() == DriftSeverity.MAY_BREAK
                        || problem == LoginProblem.BACKCHANNEL_NOT_ENABLED && !backchannelAlone;
                findings.add(
                        problem,
                        isPartial ? Severity.WARNING : Severity.BLOCKING,
                        Map.of("member", difference.member()));
            }
        }
    }

    private static Problem problem(DriftFinding difference) {
        if (difference.area() == DriftArea.KEYS) {
            return ServerProblem.KEYS_UNUSABLE;
        }
        if (!isAddress(difference.member())) {
            return ServerProblem.DISCOVERY_CHANGED;
        }
        if (!difference.found().equals(DriftFinding.ABSENT)) {
            return LoginProblem.ENVIRONMENT_MISMATCH;
        }
        return difference.member().equals("backchannel_authentication_endpoint")
                ? LoginProblem.BACKCHANNEL_NOT_ENABLED
                : ServerProblem.ENDPOINT_MISSING;
    }

    private static boolean isAddress(String member) {
        return member.equals("issuer") || member.endsWith("_endpoint") || member.endsWith("_uri");
    }
}
