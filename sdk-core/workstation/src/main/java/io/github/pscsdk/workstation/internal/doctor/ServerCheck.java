package io.github.pscsdk.workstation.internal.doctor;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.spi.ContractVersion;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import java.util.List;
import java.util.Map;

/** Whether the server half is there, accepts the application token, and speaks this version of the contract. */
final class ServerCheck {
    private final ServerHalf server;

    ServerCheck(ServerHalf server) {
        this.server = server;
    }

    List<Diagnostic> findings() throws InterruptedException {
        try {
            var contract = server.status().contract();
            if (major(contract).equals(major(ContractVersion.CURRENT))) {
                return List.of();
            }
            var facts = Map.of("contract", contract, "expected", ContractVersion.CURRENT);
            return List.of(new Diagnostic(LoginProblem.SERVER_HALF_ANSWER_INVALID, Severity.BLOCKING, facts));
        } catch (PscException e) {
            return List.of(new Diagnostic(e.problem(), Severity.BLOCKING, Map.of()));
        }
    }

    /** What is found where it does not answer in time. */
    static Diagnostic silent() {
        return new Diagnostic(LoginProblem.SERVER_HALF_UNREACHABLE, Severity.BLOCKING, Map.of());
    }

    private static String major(String version) {
        return version.split("\\.", 2)[0];
    }
}
