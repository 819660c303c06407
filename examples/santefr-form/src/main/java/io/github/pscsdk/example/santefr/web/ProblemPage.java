package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;

/**
 * {@code /problem/{code}}: the remedy of a problem, at an address that can be read again in the other language. The
 * addresses at which problems arise cannot: a login's return works once.
 */
final class ProblemPage {
    static final String ROUTE = "/problem/{code}";

    private ProblemPage() {}

    static String address(Problem problem) {
        return "/problem/" + problem.code();
    }

    static void show(PageRequest request) {
        LoginProblem.ofCode(request.path("code"))
                .ifPresentOrElse(request::problem, () -> request.message(404, "message.not-found"));
    }
}
