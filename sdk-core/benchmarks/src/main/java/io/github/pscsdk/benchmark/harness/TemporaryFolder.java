package io.github.pscsdk.benchmark.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of files that is deleted when it is closed. */
public record TemporaryFolder(Path path) implements AutoCloseable {
    public static TemporaryFolder create() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("psc-benchmark"));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.list(path)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(path);
    }
}
