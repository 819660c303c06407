package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import org.junit.jupiter.api.function.Executable;

/** What logins and calls fail with. */
final class Failures {
    private Failures() {}

    static Problem problemOf(Executable call) {
        return assertThrows(PscException.class, call).problem();
    }
}
