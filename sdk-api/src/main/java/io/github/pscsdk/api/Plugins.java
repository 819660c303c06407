package io.github.pscsdk.api;

import io.github.pscsdk.diagnostic.PscException;
import java.util.List;

/**
 * The plug-in folder of a client, for hosts that change it while they run. A login that is under way keeps the version with which it
 * began, and sessions go on; new logins take what is in the folder. Safe for any thread; one change comes after the other.
 */
public interface Plugins {

    /** Every archive of the folder, by file name, and what was taken out of use and has not ended yet. */
    List<PluginStatus> all();

    /**
     * Looks at the folder again, and takes what has changed: a new archive is loaded, another version takes the place of the former
     * one, a plug-in whose archive is gone ends. Where the new archive is refused, for whatever reason, the former version goes on, rather
     * than a lower one that is in the folder too; after a restart it may be the lower one, as its findings say. Returns once all is
     * loaded, which takes at most the time allowed for loading for each changed archive.
     *
     * @return the same as {@link #all()} afterwards
     */
    List<PluginStatus> refresh();

    /**
     * Switches a plug-in on: removes its line from {@code disabled.txt}, and takes it out of quarantine.
     *
     * @param pluginId its {@code Plugin-Id}
     * @throws PscException {@code FOLDER_UNREADABLE} if the file cannot be written
     */
    void enable(String pluginId) throws PscException;

    /**
     * Switches a plug-in off, also for the next start: adds its line to {@code disabled.txt}.
     *
     * @param pluginId its {@code Plugin-Id}; need not be in the folder yet
     * @throws PscException {@code FOLDER_UNREADABLE} if the file cannot be written
     */
    void disable(String pluginId) throws PscException;

    /**
     * Deletes every archive of a plug-in from the folder.
     *
     * @param pluginId its {@code Plugin-Id}
     * @throws PscException {@code FOLDER_UNREADABLE} if one of them cannot be deleted
     */
    void remove(String pluginId) throws PscException;
}
