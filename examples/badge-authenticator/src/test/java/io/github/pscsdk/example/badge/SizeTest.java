package io.github.pscsdk.example.badge;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is copied is small. */
class SizeTest {
    @Test
    void the_plug_in_is_read_in_ten_minutes() throws Exception {
        try (var sources = Files.walk(Path.of("src", "main", "java"))) {
            var lines = sources.filter(Files::isRegularFile)
                    .mapToLong(SizeTest::linesOfCode)
                    .sum();

            assertTrue(lines > 100 && lines <= 200, () -> lines + " lines of code");
        }
    }

    /** Without imports, comments and empty lines. */
    private static long linesOfCode(Path source) {
        try (var lines = Files.lines(source)) {
            return lines.filter(line -> !line.matches("\\s*(import .*|package .*|//.*|/?\\*.*|)"))
                    .count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
