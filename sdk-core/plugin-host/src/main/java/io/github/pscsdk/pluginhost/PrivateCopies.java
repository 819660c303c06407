package io.github.pscsdk.pluginhost;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of archives in a directory that only this user may enter. So the file that was checked is the file that is loaded, and an
 * archive may be replaced in its folder at any time.
 */
final class PrivateCopies {
    private static final Logger log = LoggerFactory.getLogger(PrivateCopies.class);

    private final Path directory;
    private int count;

    private PrivateCopies(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes the directory. Guessing its name is of no use: creating it fails where something of that name exists. (The
     * JDK's own temporary directories cost a secure random source, a tenth of the time that a start may take.)
     */
    static PrivateCopies create() throws IOException {
        var parent = Path.of(System.getProperty("java.io.tmpdir"));
        var name = "psc-plugins-" + Long.toHexString(System.nanoTime()) + "-";
        for (var number = 0; ; number++) {
            try {
                return new PrivateCopies(Files.createDirectory(parent.resolve(name + number), ownerOnly()));
            } catch (FileAlreadyExistsException e) {
                log.debug("{}{} is taken", name, number);
            }
        }
    }

    Path directory() {
        return directory;
    }

    /** Copies an archive, to a file of which no other copy ever has the name. */
    Path copy(Path archive) throws IOException {
        return Files.copy(archive, directory.resolve("copy-" + count++ + ".jar"));
    }

    /** Removes one copy; what the system still holds open stays behind until {@link #delete()}. */
    static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            log.debug("a private copy of a plug-in cannot be deleted yet");
        }
    }

    /** Removes all; what the system still holds open stays behind. */
    void delete() {
        try (var files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            log.info("private copies of plug-ins stay behind in {}", directory);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        // Elsewhere the temporary folder itself is the user's own.
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
