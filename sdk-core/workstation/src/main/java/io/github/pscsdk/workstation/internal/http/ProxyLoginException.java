package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.WorkstationProblem;
import java.io.IOException;
import java.util.List;

/** The proxy wants a login that it did not get. */
final class ProxyLoginException extends IOException {
    static final String BASIC = "Basic";

    private static final long serialVersionUID = 1;

    private final WorkstationProblem problem;
    private final String schemes;

    /** @param offered the schemes by which one may log in there */
    ProxyLoginException(List<String> offered) {
        super("the proxy wants a login");
        this.problem = offered.stream().anyMatch(BASIC::equalsIgnoreCase)
                ? WorkstationProblem.PROXY_WANTS_LOGIN
                : WorkstationProblem.PROXY_LOGIN_NOT_SUPPORTED;
        this.schemes = String.join(", ", offered);
    }

    WorkstationProblem problem() {
        return problem;
    }

    String schemes() {
        return schemes;
    }
}
