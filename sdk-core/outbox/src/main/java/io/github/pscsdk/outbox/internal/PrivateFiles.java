package io.github.pscsdk.outbox.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Makes folders and files that the user alone may read, where the file system knows such rights (Windows: the
 * profile's).
 */
public final class PrivateFiles {
    private PrivateFiles() {}

    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, rights(folder, "rwx------"));
    }

    /** An empty file beside that one. */
    public static Path temporary(Path file) throws IOException {
        return Files.createTempFile(file.getParent(), "new-", ".tmp", rights(file, "rw-------"));
    }

    private static FileAttribute<?>[] rights(Path path, String rights) {
        var posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
