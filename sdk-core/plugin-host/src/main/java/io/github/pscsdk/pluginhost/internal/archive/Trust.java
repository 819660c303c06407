package io.github.pscsdk.pluginhost.internal.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Why an archive may be used.
 *
 * @param isForAll whether it may take the place of any other archive
 * @param signers those who are trusted
 * @param distrust why it is not trusted, where it may be used all the same; sum and signers are among the facts, for an administrator who
 *     wants to trust it
 */
public record Trust(boolean isForAll, Set<String> signers, Optional<Refusal> distrust) {
    /** The host's rule. */
    @FunctionalInterface
    public interface Check {
        /**
         * Looks at a copy.
         *
         * @throws Refusal why it is not trusted, where it must not be used
         */
        Trust of(Path copy) throws Refusal, IOException;
    }

    /** Whether it may be used instead of another one that claims to be the same plug-in: two trusted signers need not trust each other. */
    public boolean mayTakePlaceOf(Trust other) {
        return isForAll || !Collections.disjoint(signers, other.signers);
    }
}
