package io.github.pscsdk.pluginhost.internal.archive;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The folder that an administrator drops archives into. Opens nothing but {@code disabled.txt}.
 *
 * @param archives whatever has the name of one; it may be no file
 * @param findings on the folder as a whole
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

    /** Size and time of each file by its name, to see cheaply whether the folder has changed. */
    public static Map<String, String> snapshot(Path folder) {
        var times = new TreeMap<String, String>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                times.put(file.getFileName().toString(), state(file));
            }
        } catch (IOException | DirectoryIteratorException e) {
            times.put("", e.getClass().getName());
        }
        return times;
    }

    private static String state(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() + " " + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS) + " "
                    + attributes.fileKey();
        } catch (IOException e) {
            // A link to nothing, or a file that went away meanwhile: the next look sees the difference.
            return e.getClass().getName();
        }
    }

    private static List<Diagnostic> tooMany(Path folder) {
        return new Refusal(
                        PluginProblem.FOLDER_UNREADABLE,
                        "holds too many archives: only the first by name are used",
                        Map.of("most", Integer.toString(MOST_ARCHIVES)))
                .about(folder.toString());
    }

    /** The file {@code disabled.txt}, in any encoding, if any. Where it cannot be read, no plug-in is loaded. */
    public record DisabledList(Path file) {
        private static final String NAME = "disabled.txt";
        private static final int MOST_BYTES = 1 << 20;
        private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]+");
        private static final Pattern LINE_BREAK = Pattern.compile("[\r\n]+");

        public static DisabledList in(Path folder) {
            return new DisabledList(folder.resolve(NAME));
        }

        /**
         * The ids, in any case. A line may hold several; what follows a hash does not count. A list that cannot be read
         * is a refusal.
         */
        public Set<String> read() throws Refusal {
            try {
                var bytes = bytes();
                return ids(new String(bytes, charset(bytes)));
            } catch (IOException e) {
                throw new Refusal(PluginProblem.FOLDER_UNREADABLE, "disabled.txt cannot be read: " + reason(e));
            }
        }

        /** Why it could not be read, without its path. */
        private static String reason(IOException failure) {
            return failure instanceof FileSystemException known && known.getReason() != null
                    ? known.getReason()
                    : failure.getClass().getSimpleName();
        }

        public void add(String pluginId) throws IOException {
            var bytes = bytes();
            var text = new String(bytes, charset(bytes));
            if (!ids(text).contains(pluginId)) {
                var end = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
                SmallFile.replace(file, (text + end + pluginId + "\n").getBytes(charset(bytes)));
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
                SmallFile.replace(file, kept.toString().getBytes(charset(bytes)));
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
}
