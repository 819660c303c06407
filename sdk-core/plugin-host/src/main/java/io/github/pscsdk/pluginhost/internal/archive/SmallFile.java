package io.github.pscsdk.pluginhost.internal.archive;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.UUID;

/** A file that is read and written as a whole, such as a list or settings that an administrator wrote by hand. */
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

    /** Writes it in one step, so that nobody reads half of it, whoever else writes it meanwhile. */
    public static void replace(Path file, byte[] content) throws IOException {
        var written = file.resolveSibling("new-" + UUID.randomUUID() + ".tmp");
        try {
            // On the disk before it has its name: else a power failure could leave the name with nothing behind it.
            Files.write(written, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static FileSystemException unfit(Path file, String reason) {
        return new FileSystemException(file.toString(), null, reason);
    }
}
