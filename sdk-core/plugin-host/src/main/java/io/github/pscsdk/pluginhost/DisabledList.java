package io.github.pscsdk.pluginhost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The file {@code disabled.txt} as it is changed: other lines, comments and what cannot be read in them stay as they are. */
record DisabledList(Path file) {
    static final String FILE = "disabled.txt";

    void add(String pluginId) throws IOException {
        var lines = without(pluginId);
        lines.add(pluginId);
        write(lines);
    }

    void remove(String pluginId) throws IOException {
        if (Files.exists(file)) {
            write(without(pluginId));
        }
    }

    private List<String> without(String pluginId) throws IOException {
        if (!Files.exists(file)) {
            return new ArrayList<>();
        }
        // Each byte a character, so that none is lost.
        var lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
        lines.removeIf(line -> line.replaceFirst("#.*", "").strip().equals(pluginId));
        return lines;
    }

    private void write(List<String> lines) throws IOException {
        var written = file.resolveSibling(FILE + ".new");
        Files.write(written, lines, StandardCharsets.ISO_8859_1);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
