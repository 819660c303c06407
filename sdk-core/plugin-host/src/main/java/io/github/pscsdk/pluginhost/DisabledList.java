package io.github.pscsdk.pluginhost;

import io.github.pscsdk.diagnostic.PluginProblem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads {@code disabled.txt}, as any editor may have written it: the ids in it are ASCII, so nothing else needs to be understood. In doubt, a
 * plug-in is switched off; where the list cannot be read, no plug-in is loaded.
 */
final class DisabledList {
    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]+");

    private DisabledList() {}

    /**
     * The ids, in any case. A line may hold several; what follows a hash does not count.
     *
     * @throws Refusal if there is a list that cannot be read
     */
    static Set<String> read(Path list) throws Refusal {
        var ids = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (var line : text(bytes(list)).split("[\r\n]+")) {
            ID.matcher(line.replaceFirst("(?s)#.*", ""))
                    .results()
                    .map(MatchResult::group)
                    .forEach(ids::add);
        }
        return Collections.unmodifiableSet(ids);
    }

    private static byte[] bytes(Path list) throws Refusal {
        try {
            return SmallFile.read(list, MOST_BYTES).orElse(new byte[0]);
        } catch (IOException e) {
            throw new Refusal(PluginProblem.FOLDER_UNREADABLE, "disabled.txt cannot be read: " + SmallFile.reason(e));
        }
    }

    /** Without byte order mark and without the zeros of UTF-16. */
    private static String text(byte[] bytes) {
        return new String(bytes, charset(bytes)).replace("\0", "");
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
