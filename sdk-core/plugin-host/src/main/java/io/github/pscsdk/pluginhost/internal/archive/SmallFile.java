package io.github.pscsdk.pluginhost.internal.archive;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** A file that an administrator wrote by hand, such as a list or settings. */
public final class SmallFile {
    private SmallFile() {}

    /**
     * Reads it whole. Empty if there is no file; fails for a pipe, at which opening would wait for ever, and for a link
     * to nothing, by which somebody meant something.
     */
    public static Optional<byte[]> read(Path file, int mostBytes) throws IOException {
        try {
            if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
                throw unfit(file, "it is no file");
            }
            try (var in = Files.newInputStream(file)) {
                var bytes = in.readNBytes(mostBytes + 1);
                if (bytes.length > mostBytes) {
                    throw unfit(file, "it is larger than " + (mostBytes >> 10) + " KiB");
                }
                return Optional.of(bytes);
            }
        } catch (NoSuchFileException e) {
            if (Files.isSymbolicLink(file)) {
                throw unfit(file, "it is a link to nothing");
            }
            return Optional.empty();
        }
    }

    private static FileSystemException unfit(Path file, String reason) {
        return new FileSystemException(file.toString(), null, reason);
    }
}
