package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.json.Documents;

/** What an error of the server half means. */
final class ProxyErrors {
    /**
     * The header by which the server half marks an error as its own, with the problem's code as value. On
     * {@code /send} only this tells an error of the server half from the same status of a backend.
     */
    static final String HEADER = "Psc-Proxy-Error";

    private ProxyErrors() {}

    /** The problem that the answer names; else what its status says. */
    static PscException of(Answer answer, Documents documents) {
        var problem = answer.proxyError()
                .or(() -> documents.problemCode(answer.body()))
                .flatMap(LoginProblem::ofCode)
                .orElseGet(() -> ofStatus(answer.status()));
        return new PscException(problem, "the server half answered " + answer.status());
    }

    private static LoginProblem ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> LoginProblem.APPLICATION_REJECTED;
            case 429 -> LoginProblem.TOO_MANY_ATTEMPTS;
            // From a gateway in front of the server half: our own would have named the problem.
            case 502, 503, 504 -> LoginProblem.SERVER_HALF_UNREACHABLE;
            default -> LoginProblem.SERVER_HALF_ANSWER_INVALID;
        };
    }
}
