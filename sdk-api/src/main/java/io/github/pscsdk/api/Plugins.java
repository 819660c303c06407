package io.github.pscsdk.api;

import io.github.pscsdk.diagnostic.PscException;
import java.util.List;

/**
 * The plug-in folder of a client, for hosts that change it while they run. A login that is under way keeps the version
 * with which it began, and sessions go on; new logins take what is in the folder. Safe for any thread; one change comes
 * after the other.
 */
public interface Plugins {

    /** Every archive of the folder, by file name, and what was taken out of use and has not ended yet. */
    List<PluginStatus> all();

    /**
     * Looks at the folder again, and takes what has changed. Where a new archive is refused, the former version goes
     * on, rather than a lower one in the folder; after a restart it may be the lower one, as its findings say. Returns
     * once all is loaded, within the load limit for each changed archive.
     *
     * @return the same as {@link #all()} afterwards
     */
    List<PluginStatus> refresh();

    /**
     * Switches a plug-in on: removes its line from {@code disabled.txt}, and takes it out of quarantine.
     *
     * @throws PscException {@code FOLDER_UNREADABLE} if the file cannot be written
     */
    void enable(String pluginId) throws PscException;

    /**
     * Switches a plug-in off, also for the next start: adds its id to {@code disabled.txt}, in the folder or not yet.
     *
     * @throws PscException {@code FOLDER_UNREADABLE} if the file cannot be written
     */
    void disable(String pluginId) throws PscException;

    /**
     * Deletes every archive of a plug-in from the folder.
     *
     * @throws PscException {@code FOLDER_UNREADABLE} if one of them cannot be deleted
     */
    void remove(String pluginId) throws PscException;
}
