package io.github.pscsdk.relyingparty.internal.diagnosis;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The findings of one diagnosis so far. Safe for any thread. */
final class Findings {
    private final Queue<Diagnostic> found = new ConcurrentLinkedQueue<>();

    void add(Problem problem, Severity severity, Map<String, String> facts) {
        found.add(Diagnostic.of(problem, severity).with(facts));
    }

    /** Each finding once; of the same problem at the same place only the first. */
    List<Diagnostic> soFar() {
        return found.stream()
                .filter(finding -> found.stream()
                                .filter(other -> isTheSame(other, finding))
                                .findFirst()
                                .orElse(finding)
                        == finding)
                .toList();
    }

    /** The token endpoint and the back channel may fail for the same reason: that counts as one finding. */
    private static boolean isTheSame(Diagnostic one, Diagnostic other) {
        var member = Optional.ofNullable(one.facts().get("member"));
        var another = Optional.ofNullable(other.facts().get("member"));
        return one.problem() == other.problem() && (member.isEmpty() || another.isEmpty() || member.equals(another));
    }
}
