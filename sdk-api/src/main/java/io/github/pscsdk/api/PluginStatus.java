package io.github.pscsdk.api;

import io.github.pscsdk.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/** One archive of the plug-in folder, or a version of a plug-in that is no longer there, at one moment. Immutable. */
public interface PluginStatus {

    /** Where a plug-in is in its life. */
    enum State {
        /** Its archive lies in the folder and is about to be examined and loaded. */
        FOUND,
        /** It is not used: the findings say why. */
        REFUSED,
        /** It serves logins. */
        RUNNING,
        /** It serves no new login, and ends with the last login, or the last watch over a device, that it still serves. */
        DRAINING,
        /** It failed too often, and is not asked for some minutes. */
        QUARANTINED,
        /** It has ended, or is switched off by {@code disabled.txt}. */
        STOPPED
    }

    /** The name of its archive, without the folder. */
    String file();

    /** Its {@code Plugin-Id}; empty where the archive does not tell. */
    Optional<String> pluginId();

    /** Its {@code Plugin-Version}; empty where the archive does not tell. */
    Optional<String> version();

    State state();

    /** The ids of the authenticators that it offers. */
    List<String> authenticatorIds();

    /** What is wrong with it; empty if nothing is. */
    List<Diagnostic> findings();

    /** How many of its threads do not end although interrupted; until the process ends, they hold its memory. */
    int stuckThreads();
}
