package io.github.pscsdk.pluginhost.internal.archive;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder that an administrator drops archives into. Looks at names and opens nothing but {@code disabled.txt}.
 *
 * @param archives whatever has the name of one, by file name; it may be no file
 * @param disabled the plug-in ids that {@code disabled.txt} switches off, in any case
 * @param findings what is wrong with the folder as a whole
 */
public record PluginFolder(List<Path> archives, Set<String> disabled, List<Diagnostic> findings) {
    // Somebody named a folder of another kind, such as the downloads; each archive would be copied.
    private static final int MOST_ARCHIVES = 256;

    public static PluginFolder read(Path folder) throws Refusal {
        var archives = new TreeSet<Path>();
        var findings = new ArrayList<Diagnostic>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                // PF4J also knows zip archives: listed, so that they are refused with a finding.
                if (hasEnding(file, ".jar") || hasEnding(file, ".zip")) {
                    archives.add(file);
                }
                if (archives.size() > MOST_ARCHIVES) {
                    archives.pollLast();
                    if (findings.isEmpty()) {
                        findings.addAll(tooMany(folder));
                    }
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new Refusal(PluginProblem.FOLDER_UNREADABLE, e.getClass().getSimpleName());
        }
        return new PluginFolder(List.copyOf(archives), DisabledList.in(folder).read(), findings);
    }

    static boolean hasEnding(Path file, String ending) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private static List<Diagnostic> tooMany(Path folder) {
        return new Refusal(
                        PluginProblem.FOLDER_UNREADABLE,
                        "holds too many archives: only the first by name are used",
                        Map.of("most", Integer.toString(MOST_ARCHIVES)))
                .about(folder.toString());
    }
}
