package io.github.pscsdk.pluginhost;

import io.github.pscsdk.diagnostic.PluginProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The folder that an administrator drops archives into.
 *
 * @param archives what looks like one, by file name
 * @param disabled the plug-in ids that {@code disabled.txt} switches off
 */
record PluginFolder(List<Path> archives, Set<String> disabled) {

    static PluginFolder read(Path folder) throws Refusal {
        var archives = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                // PF4J also knows zip archives: listed, so that they are refused with a finding.
                if ((hasEnding(file, ".jar") || hasEnding(file, ".zip")) && Files.isRegularFile(file)) {
                    archives.add(file);
                }
            }
            Collections.sort(archives);
            return new PluginFolder(archives, disabled(folder.resolve("disabled.txt")));
        } catch (IOException | DirectoryIteratorException e) {
            throw new Refusal(PluginProblem.FOLDER_UNREADABLE, e.getClass().getSimpleName());
        }
    }

    static boolean hasEnding(Path file, String ending) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** One id a line; blank lines and what follows a hash do not count. */
    private static Set<String> disabled(Path list) throws IOException {
        if (!Files.exists(list)) {
            return Set.of();
        }
        try (var lines = Files.lines(list)) {
            return lines.map(line -> line.replaceFirst("#.*", "").trim())
                    .filter(id -> !id.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
