package io.github.pscsdk.api;

import io.github.pscsdk.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * One archive of the plug-in folder, or a version of a plug-in that is no longer there, at one moment. Do not build one
 * outside tests: a minor version may add a component.
 *
 * @param file the name of its archive, without the folder
 * @param pluginId its {@code Plugin-Id}; empty where the archive does not tell
 * @param version its {@code Plugin-Version}; empty where the archive does not tell
 * @param state where it is in its life
 * @param authenticatorIds the ids of the authenticators that it offers
 * @param findings what is wrong with it; empty if nothing is
 * @param stuckThreads how many of its threads do not end although interrupted; until the process ends, they hold its
 *     memory
 */
public record PluginStatus(
        String file,
        Optional<String> pluginId,
        Optional<String> version,
        State state,
        List<String> authenticatorIds,
        List<Diagnostic> findings,
        int stuckThreads) {
    /** Where a plug-in is in its life. */
    public enum State {
        /** Its archive lies in the folder and is about to be examined and loaded. */
        FOUND,
        /** It is not used: the findings say why. */
        REFUSED,
        /** It serves logins. */
        RUNNING,
        /**
         * It serves no new login, and ends with the last login, or the last watch over a device, that it still serves.
         */
        DRAINING,
        /** It failed too often, and is not asked for some minutes. */
        QUARANTINED,
        /** It has ended, or is switched off by {@code disabled.txt}. */
        STOPPED
    }
}
