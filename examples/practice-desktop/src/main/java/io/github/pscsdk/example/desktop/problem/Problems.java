package io.github.pscsdk.example.desktop.problem;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import java.util.Optional;

/** The problems that an entry of the outbox may name. */
public final class Problems {
    private Problems() {}

    /** The problem of that code; empty where this version does not know it. */
    public static Optional<Problem> ofCode(String code) {
        return LoginProblem.ofCode(code).map(Problem.class::cast).or(() -> DesktopProblem.ofCode(code));
    }
}
