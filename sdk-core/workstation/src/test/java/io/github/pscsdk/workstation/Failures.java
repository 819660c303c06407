package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import org.junit.jupiter.api.function.Executable;

/** What logins and calls fail with. */
final class Failures {
    private Failures() {}

    static PscException assertFails(Problem problem, Executable call) {
        var failure = assertThrows(PscException.class, call);
        assertSame(problem, failure.problem());
        return failure;
    }
}
