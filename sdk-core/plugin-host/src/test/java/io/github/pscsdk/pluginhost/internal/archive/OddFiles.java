package io.github.pscsdk.pluginhost.internal.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pscsdk.testkit.support.ProcessResult;
import java.io.RandomAccessFile;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/** What may lie in a folder beside ordinary files. */
public final class OddFiles {
    private OddFiles() {}

    /** A named pipe: whoever opens it to read waits for somebody who writes. */
    public static void pipe(Path path) throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "there are pipes here");
        assertEquals(
                0,
                ProcessResult.of("there is a pipe", new ProcessBuilder("mkfifo", path.toString()))
                        .exit());
    }

    /** A file that is as large as it says, and takes no place. */
    static Path sparse(Path path, long bytes) throws Exception {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(bytes);
        }
        return path;
    }
}
