package io.github.pscsdk.pluginhost.internal.archive;

import io.github.pscsdk.diagnostic.PluginProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.pf4j.IndexedExtensionFinder;

/**
 * Reads the index that PF4J's annotation processor writes into an archive: one class name a line; what follows a hash does not count. Read here:
 * PF4J's finder would read the indexes of every other plug-in, and of the host's whole class path, each time.
 */
public final class ExtensionIndex {
    private static final long MOST_BYTES = 64L << 10;
    // A plug-in offers one authenticator or two.
    private static final int MOST_CLASSES = 64;
    private static final int MOST_CHARACTERS = 500;
    private static final Pattern CLASS_NAME =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{M}\\p{N}_$]*+(?:\\.[\\p{L}_$][\\p{L}\\p{M}\\p{N}_$]*+)*+");

    private ExtensionIndex() {}

    /** The classes that the index names, in alphabetical order; none if there is no index. For an archive whose manifest was read. */
    public static Set<String> read(Path archive) throws Refusal {
        var classes = new TreeSet<String>();
        for (var line : text(archive).split("[\r\n]+")) {
            var name = line.split("#", 2)[0].trim();
            if (!name.isEmpty()) {
                if (name.length() > MOST_CHARACTERS || !CLASS_NAME.matcher(name).matches()) {
                    throw refusal("its index of extensions has a line that is no class name");
                }
                classes.add(name);
                if (classes.size() > MOST_CLASSES) {
                    throw refusal("its index of extensions names more than " + MOST_CLASSES + " classes");
                }
            }
        }
        return classes;
    }

    private static String text(Path archive) throws Refusal {
        var text = new ByteArrayOutputStream();
        try (var jar = new JarFile(archive.toFile(), false)) {
            var index = jar.getEntry(IndexedExtensionFinder.EXTENSIONS_RESOURCE);
            if (index != null) {
                if (ArchiveBounds.transfer(jar.getInputStream(index), text, MOST_BYTES) > MOST_BYTES) {
                    throw ArchiveBounds.tooLarge("its index of extensions", MOST_BYTES);
                }
            }
        } catch (IOException | RuntimeException e) {
            throw refusal("its index of extensions cannot be read");
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static Refusal refusal(String reason) {
        return new Refusal(PluginProblem.NOT_A_PLUGIN, reason);
    }
}
