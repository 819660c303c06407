package io.github.pscsdk.pluginhost.internal.archive;

import io.github.pscsdk.diagnostic.PluginProblem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The file {@code disabled.txt}, as any editor may have written it: the ids in it are ASCII, so nothing else needs to be understood. In
 * doubt, a plug-in is switched off; where the list cannot be read, no plug-in is loaded.
 *
 * @param file which need not exist
 */
public record DisabledList(Path file) {
    private static final String NAME = "disabled.txt";
    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern LINE_BREAK = Pattern.compile("[\r\n]+");

    /** The one of a plug-in folder. */
    public static DisabledList in(Path folder) {
        return new DisabledList(folder.resolve(NAME));
    }

    /**
     * The ids, in any case. A line may hold several; what follows a hash does not count.
     *
     * @throws Refusal if there is a list that cannot be read
     */
    public Set<String> read() throws Refusal {
        try {
            var bytes = bytes();
            return ids(new String(bytes, charset(bytes)));
        } catch (IOException e) {
            throw new Refusal(PluginProblem.FOLDER_UNREADABLE, "disabled.txt cannot be read: " + SmallFile.reason(e));
        }
    }

    /** Adds a line. */
    public void add(String pluginId) throws IOException {
        var bytes = bytes();
        var text = new String(bytes, charset(bytes));
        if (!ids(text).contains(pluginId)) {
            var end = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
            write(text + end + pluginId + "\n", charset(bytes));
        }
    }

    /** Leaves out each line that names the plug-in, but keeps what else such a line names. */
    public void remove(String pluginId) throws IOException {
        var bytes = bytes();
        var text = new String(bytes, charset(bytes));
        if (ids(text).contains(pluginId)) {
            var kept = new StringBuilder();
            for (var line : text.split("(?<=\n)")) {
                var ids = ids(line);
                if (ids.contains(pluginId)) {
                    ids.stream()
                            .filter(id -> !id.equalsIgnoreCase(pluginId))
                            .forEach(id -> kept.append(id).append('\n'));
                } else {
                    kept.append(line);
                }
            }
            write(kept.toString(), charset(bytes));
        }
    }

    private static Set<String> ids(String text) {
        var ids = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (var line : LINE_BREAK.split(text.replace("\0", ""))) {
            var words = ID.matcher(line.split("#", 2)[0]);
            while (words.find()) {
                ids.add(words.group());
            }
        }
        return Collections.unmodifiableSet(ids);
    }

    private byte[] bytes() throws IOException {
        return SmallFile.read(file, MOST_BYTES).orElse(new byte[0]);
    }

    /** In one step, so that nobody reads half of it. */
    private void write(String text, Charset charset) throws IOException {
        var written = file.resolveSibling(NAME + ".new");
        Files.write(written, text.getBytes(charset));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** UTF-8, Windows-1252 and all others agree on ASCII, and none but UTF-16 begins in this way. */
    private static Charset charset(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.ISO_8859_1;
    }
}
