package io.github.pscsdk.pluginhost.internal;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.pluginhost.PluginIntegrity;
import io.github.pscsdk.pluginhost.internal.archive.ArchiveStaging;
import io.github.pscsdk.pluginhost.internal.archive.PrivateCopies;
import io.github.pscsdk.pluginhost.internal.archive.Refusal;
import io.github.pscsdk.pluginhost.internal.archive.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The checks that every host makes of an archive before it runs any code of it, on a private copy.
 *
 * @param archive empty where hosts refuse it
 * @param findings why hosts refuse it, with the name of the file
 */
public record PluginVerification(Optional<Archive> archive, List<Diagnostic> findings) {

    /** An archive that hosts do not refuse unseen, its sum and the classes that its index names. */
    public record Archive(String pluginId, String version, String sha256, Set<String> extensions) {}

    private static final HostClassLoader HOST = new HostClassLoader(PluginVerification.class.getClassLoader());

    /** Examines an archive, whatever it is; runs nothing of it. */
    public static PluginVerification of(Path archive) {
        try {
            return new PluginVerification(Optional.of(examine(archive)), List.of());
        } catch (Refusal e) {
            return new PluginVerification(Optional.empty(), e.about(fileName(archive)));
        }
    }

    private static Archive examine(Path archive) throws Refusal {
        if (archive.getFileName() == null) {
            throw new Refusal(PluginProblem.NOT_A_PLUGIN, "is a directory");
        }
        var copies = PrivateCopies.create();
        try {
            var staged = new ArchiveStaging(copies, Set.of(), PluginIntegrity.off()).stage(archive);
            return new Archive(staged.id(), staged.manifest().version(), Sha256.of(staged.copy()), staged.extensions());
        } catch (IOException e) {
            throw new Refusal(PluginProblem.FOLDER_UNREADABLE, "its private copy cannot be read");
        } finally {
            copies.delete();
        }
    }

    /** As findings name it: without its folder. */
    public static String fileName(Path archive) {
        return Objects.toString(archive.getFileName(), archive.toString());
    }

    /**
     * Whether the class is always the host's, even if a plug-in brings a copy: one of the contract, of PF4J or of
     * SLF4J.
     */
    public static boolean isShared(String className) {
        return HostClassLoader.isShared(className);
    }

    /**
     * A class as a plug-in sees it that does not bring it; empty where neither this JDK nor the host has it. It is not
     * initialized.
     */
    public static Optional<Class<?>> hostClass(String className) {
        try {
            return Optional.of(HOST.loadClass(className));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
