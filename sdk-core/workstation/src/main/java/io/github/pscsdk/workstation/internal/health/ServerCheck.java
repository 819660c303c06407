package io.github.pscsdk.workstation.internal.health;

import static io.github.pscsdk.diagnostic.WorkstationProblem.NOT_A_SERVER_HALF;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.spi.ContractVersion;
import io.github.pscsdk.workstation.internal.http.ProbeResult;
import io.github.pscsdk.workstation.internal.http.ProbeResult.Stage;
import io.github.pscsdk.workstation.internal.http.SafeText;
import java.util.List;
import java.util.Map;

/** Whether what answers is a server half, accepts the application token, and speaks this version of the contract, or the plain one. */
final class ServerCheck {
    private ServerCheck() {}

    static List<Diagnostic> findings(ProbeResult probe) {
        if (probe.reply().isEmpty()) {
            return probe.stage() == Stage.ANSWER ? List.of(blocking(probe.problem())) : List.of();
        }
        var reply = probe.reply().get();
        try {
            var contract = reply.contract();
            if (contract.isEmpty()) {
                return List.of(Diagnostic.of(LoginProblem.BROWSER_LOGIN_NOT_OFFERED, Severity.INFO)
                        .with("contract", "plain"));
            }
            var version = contract.get();
            if (major(version).equals(major(ContractVersion.current()))) {
                return List.of();
            }
            var facts = Map.of("contract", SafeText.text(version), "expected", ContractVersion.current());
            return List.of(Diagnostic.of(LoginProblem.SERVER_HALF_ANSWER_INVALID, Severity.BLOCKING)
                    .with(facts));
        } catch (PscException e) {
            var problem = reply.isForeign() ? NOT_A_SERVER_HALF : e.problem();
            var facts = Map.of("status", Integer.toString(reply.status()));
            return List.of(Diagnostic.of(problem, Severity.BLOCKING).with(facts));
        }
    }

    /** What is found where it does not answer in time. */
    static Diagnostic silent() {
        return blocking(LoginProblem.SERVER_HALF_UNREACHABLE);
    }

    private static Diagnostic blocking(Problem problem) {
        return Diagnostic.of(problem, Severity.BLOCKING);
    }

    private static String major(String version) {
        return version.split("\\.", 2)[0];
    }
}
