package io.github.pscsdk.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    private Path folder;

    @Test
    void a_short_log_is_there_as_a_whole() throws Exception {
        var log = Files.writeString(folder.resolve("a.log"), "first\nlast é\n");

        assertEquals(List.of("first", "last é"), SupportBundle.tail(log));
    }

    @Test
    void of_a_long_log_the_last_whole_lines_are_there() throws Exception {
        var line = "x".repeat(99) + "\n";
        var log = Files.writeString(folder.resolve("a.log"), line.repeat(5000) + "last\n");

        var lines = SupportBundle.tail(log);

        assertEquals("last", lines.get(lines.size() - 1));
        assertTrue(lines.stream().allMatch(one -> one.length() == 99 || one.equals("last")));
        assertEquals((SupportBundle.MOST_BYTES - "last\n".length()) / 100 + 1, lines.size());
    }

    @Test
    void a_log_that_cannot_be_read_is_told_without_its_path() {
        assertEquals(
                List.of("the log cannot be read: FileNotFoundException"),
                SupportBundle.tail(folder.resolve("none.log")));
    }
}
