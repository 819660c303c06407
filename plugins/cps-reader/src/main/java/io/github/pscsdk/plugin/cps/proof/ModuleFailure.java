package io.github.pscsdk.plugin.cps.proof;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.util.regex.Pattern;

/** Why a module cannot be used; the JDK and the system's loader say so in words only. */
final class ModuleFailure {
    private static final Pattern BEYOND_LAST_SLOT =
            Pattern.compile("slotListIndex is \\d+ but token only has \\d+ slots");

    /** Linux, Windows (its words follow its language: the number is looked for too), macOS. */
    private static final Pattern OTHER_ARCHITECTURE = Pattern.compile(
            "(?i)wrong ELF class|not a valid Win32|%1 |\\b193\\b|32-bit|64-bit|incompatible architecture");

    private ModuleFailure() {}

    static boolean isBeyondLastSlot(RuntimeException failure) {
        return Causes.of(failure)
                .anyMatch(cause -> BEYOND_LAST_SLOT
                        .matcher(String.valueOf(cause.getMessage()))
                        .find());
    }

    static PscException of(RuntimeException failure) {
        var isOfOtherArchitecture = Causes.of(failure)
                .anyMatch(cause -> OTHER_ARCHITECTURE
                        .matcher(String.valueOf(cause.getMessage()))
                        .find());
        return isOfOtherArchitecture
                ? new PscException(
                        CardProblem.MODULE_OF_OTHER_ARCHITECTURE,
                        "the PKCS #11 module is not for this Java, which is " + System.getProperty("os.arch"),
                        failure)
                : new PscException(CardProblem.MODULE_UNUSABLE, "the PKCS #11 module cannot be loaded", failure);
    }
}
