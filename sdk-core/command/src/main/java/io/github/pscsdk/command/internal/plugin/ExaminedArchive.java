package io.github.pscsdk.command.internal.plugin;

import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.pluginhost.PluginIntegrity;
import io.github.pscsdk.pluginhost.internal.archive.PrivateCopies;
import io.github.pscsdk.pluginhost.internal.archive.Refusal;
import io.github.pscsdk.pluginhost.internal.archive.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * An archive that hosts do not refuse unseen, by the checks that each host makes of a private copy before it runs any
 * code of it.
 *
 * @param extensions the classes that its index names
 */
record ExaminedArchive(String pluginId, String version, String sha256, Set<String> extensions) {

    /** Examines an archive, whatever it is; runs nothing of it. */
    static ExaminedArchive of(Path archive) throws Refusal {
        if (archive.getFileName() == null) {
            throw new Refusal(PluginProblem.NOT_A_PLUGIN, "is a directory");
        }
        var copies = PrivateCopies.create();
        try {
            var staged = copies.stage(archive, Set.of(), PluginIntegrity.off());
            return new ExaminedArchive(
                    staged.id(), staged.manifest().version(), Sha256.of(staged.copy()), staged.extensions());
        } catch (IOException e) {
            throw new Refusal(PluginProblem.FOLDER_UNREADABLE, "its private copy cannot be read");
        } finally {
            copies.delete();
        }
    }
}
