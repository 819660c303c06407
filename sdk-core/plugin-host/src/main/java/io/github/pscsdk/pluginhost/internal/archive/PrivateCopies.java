package io.github.pscsdk.pluginhost.internal.archive;

import io.github.pscsdk.api.internal.ContractVersion;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.pluginhost.PluginIntegrity;
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
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of archives in a directory that only this user may enter, and all checks of an archive that need not run its
 * code. So the file that was checked is the file that is loaded, and an archive may be replaced in its folder at any
 * time. Safe for any thread.
 */
public final class PrivateCopies {
    private static final Logger log = LoggerFactory.getLogger(PrivateCopies.class);

    /** The temporary folder may be small, or in memory. */
    private static final long MOST_BYTES_IN_ALL = 1L << 30;

    final Path directory;
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

    // ---- an archive that may be loaded ----------------------------------------------------------------------------

    /** Copies an archive and checks the copy; no copy is left of what is refused. */
    public Staged stage(Path archive, Set<String> disabled, PluginIntegrity integrity) throws Refusal {
        if (!PluginFolder.hasEnding(archive, ".jar")) {
            throw new Refusal(PluginProblem.NOT_A_PLUGIN, "a plug-in is one jar archive");
        }
        try {
            var copy = copy(archive);
            try {
                // First: of what is not trusted nothing is read.
                var trust = Trust.of(copy, integrity);
                return new Staged(archive.getFileName().toString(), checked(copy, disabled), this, copy, trust);
            } catch (Refusal | IOException e) {
                discard(copy);
                throw e;
            }
        } catch (IOException e) {
            throw new Refusal(
                    PluginProblem.NOT_A_PLUGIN,
                    "cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static PluginManifest checked(Path copy, Set<String> disabled) throws Refusal {
        var manifest = PluginManifest.read(copy);
        if (disabled.contains(manifest.id())) {
            throw new Refusal(PluginProblem.DISABLED, "is listed in disabled.txt", manifest.facts());
        }
        manifest.checkContract(ContractVersion.current());
        return manifest;
    }

    /** An archive that may be loaded: its name in the folder, its private copy, and why it may be used. */
    public record Staged(String file, PluginManifest manifest, PrivateCopies copies, Path copy, Trust trust) {

        public String id() {
            return manifest.id();
        }

        /** The classes that its index names, in alphabetical order. */
        public Set<String> extensions() throws Refusal {
            return PluginManifest.extensions(copy);
        }

        public boolean isSameAs(Staged other) {
            try {
                return file.equals(other.file) && Files.mismatch(copy, other.copy) < 0;
            } catch (IOException e) {
                return false;
            }
        }

        public void discard() {
            copies.discard(copy);
        }
    }

    /**
     * Why an archive may be used.
     *
     * @param isForAll whether it may take the place of any other archive
     * @param distrust why it is not trusted, where it may be used all the same
     */
    public record Trust(boolean isForAll, Set<String> signers, Optional<Refusal> distrust) {
        /** The check of an archive against what the host trusts; refuses it where it must not be used. */
        public static Trust of(Path copy, PluginIntegrity integrity) throws Refusal, IOException {
            if (!integrity.isChecked()) {
                return new Trust(true, Set.of(), Optional.empty());
            }
            var sum = Sha256.of(copy);
            if (integrity.archives().contains(sum)) {
                return new Trust(true, Set.of(), Optional.empty());
            }
            // Signers are looked for only where they count: the whole archive has to be read for it.
            var signedBy = integrity.signers().isEmpty() ? new TreeSet<String>() : ArchiveSigners.of(copy);
            var trusted =
                    signedBy.stream().filter(integrity.signers()::contains).collect(Collectors.toUnmodifiableSet());
            if (!trusted.isEmpty()) {
                return new Trust(!integrity.isStrict(), trusted, Optional.empty());
            }
            var refusal = new Refusal(
                    PluginProblem.NOT_PINNED,
                    "is not trusted",
                    Map.of("sha256", sum, "signers", String.join(" ", signedBy)));
            if (integrity.isStrict()) {
                throw refusal;
            }
            return new Trust(true, Set.of(), Optional.of(refusal));
        }

        /**
         * Whether it may be used instead of another one that claims to be the same plug-in: two trusted signers need
         * not trust each other.
         */
        public boolean mayTakePlaceOf(Trust other) {
            return isForAll || !Collections.disjoint(signers, other.signers);
        }
    }

    // ---- the files ------------------------------------------------------------------------------------------------

    /**
     * Copies an archive to a file of which no other copy ever has the name; refuses what is no file or too large, even
     * if it grew meanwhile.
     */
    synchronized Path copy(Path archive) throws Refusal, IOException {
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
    synchronized void discard(Path copy) {
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

    long checked(long copied) throws Refusal {
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
