package io.github.pscsdk.workstation;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log: the last whole lines within a bound, so that a bundle can be sent by e-mail. */
final class LogTail {
    static final int MOST_BYTES = 256 << 10;

    private LogTail() {}

    /** The lines; where the file cannot be read, one line that says so. */
    static List<String> of(Path file) {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            var from = Math.max(0, log.length() - MOST_BYTES);
            log.seek(from);
            var bytes = new byte[(int) (log.length() - from)];
            log.readFully(bytes);
            var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            // The first one was cut, maybe in the middle of something that the mask would have found.
            return from > 0 && !lines.isEmpty() ? lines.subList(1, lines.size()) : lines;
        } catch (IOException e) {
            return List.of("the log cannot be read: " + e.getClass().getSimpleName());
        }
    }
}
