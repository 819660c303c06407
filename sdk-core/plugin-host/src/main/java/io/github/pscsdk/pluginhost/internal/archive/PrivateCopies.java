package io.github.pscsdk.pluginhost.internal.archive;

import io.github.pscsdk.diagnostic.PluginProblem;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of archives in a directory that only this user may enter. So the file that was checked is the file that is
 * loaded, and an archive may be replaced in its folder at any time. Safe for any thread.
 */
public final class PrivateCopies {
    private static final Logger log = LoggerFactory.getLogger(PrivateCopies.class);

    /** The temporary folder may be small, or in memory. */
    private static final long MOST_BYTES_IN_ALL = 1L << 30;

    private final Path directory;
    private final long mostBytes;
    private int count;
    private long bytes;

    private PrivateCopies(Path directory, long mostBytes) {
        this.directory = directory;
        this.mostBytes = mostBytes;
    }

    /** Makes the directory. Creating it fails where its name exists. (The JDK's own way costs a tenth of a start.) */
    public static PrivateCopies create() throws Refusal {
        return create(MOST_BYTES_IN_ALL);
    }

    static PrivateCopies create(long mostBytes) throws Refusal {
        var parent = Path.of(System.getProperty("java.io.tmpdir"));
        var name = "psc-plugins-" + Long.toHexString(System.nanoTime()) + "-";
        for (var number = 0; ; number++) {
            try {
                return new PrivateCopies(Files.createDirectory(parent.resolve(name + number), ownerOnly()), mostBytes);
            } catch (FileAlreadyExistsException e) {
                log.debug("{}{} is taken", name, number);
            } catch (IOException e) {
                throw new Refusal(PluginProblem.FOLDER_UNREADABLE, "no private copies can be made here");
            }
        }
    }

    Path directory() {
        return directory;
    }

    /**
     * Copies an archive to a file of which no other copy ever has the name; refuses what is no file or too large, even
     * if it grew meanwhile.
     */
    public synchronized Path copy(Path archive) throws Refusal, IOException {
        ArchiveBounds.checkFile(archive);
        var copy = directory.resolve("copy-" + count++ + ".jar");
        try (var in = Files.newInputStream(archive);
                var out = Files.newOutputStream(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            bytes += checked(ArchiveBounds.transfer(in, out, Math.min(ArchiveBounds.MOST_BYTES, mostBytes - bytes)));
            return copy;
        } catch (Refusal | IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    /**
     * Removes a copy that is not loaded, and gives its room to others; what the system still holds open stays behind.
     */
    public synchronized void discard(Path copy) {
        try {
            var size = Files.readAttributes(copy, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .size();
            Files.delete(copy);
            bytes -= size;
        } catch (NoSuchFileException e) {
            log.debug("the private copy {} is gone already", copy);
        } catch (IOException e) {
            log.info("the private copy {} stays behind", copy);
        }
    }

    private long checked(long copied) throws Refusal {
        if (copied > ArchiveBounds.MOST_BYTES) {
            throw ArchiveBounds.tooLarge("the archive", ArchiveBounds.MOST_BYTES);
        }
        if (copied > mostBytes - bytes) {
            throw ArchiveBounds.tooLarge("with those before it, the archive", mostBytes);
        }
        return copied;
    }

    /** Removes all; what the system still holds open stays behind. */
    public synchronized void delete() {
        try (var files = Files.newDirectoryStream(directory)) {
            files.forEach(this::discard);
            Files.delete(directory);
        } catch (IOException | DirectoryIteratorException e) {
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
