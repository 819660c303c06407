package io.github.pscsdk.pluginhost.internal.archive;

import io.github.pscsdk.diagnostic.PluginProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** How large an archive, and each part that is read whole, may be: far beyond any plug-in. */
final class ArchiveBounds {
    /** Of the file. It is copied at each start. */
    public static final long MOST_BYTES = 256L << 20;

    /**
     * As many as an archive can have without the ZIP64 format, in which the JDK reserves memory for as many as it
     * names.
     */
    private static final int MOST_ENTRIES = 65_534;

    /** Of the list of entries at the end of the file, which the JDK keeps in memory: 256 bytes for each of them. */
    private static final long MOST_DIRECTORY_BYTES = 16L << 20;

    /**
     * Of the manifest, the files of a signature and the package index. A signed manifest names each file, in some 100
     * bytes.
     */
    private static final long MOST_METADATA_BYTES = 8L << 20;

    /** Of one class, which the class loader reads as long as the archive says that it is. */
    private static final long MOST_CLASS_BYTES = 16L << 20;

    private static final long MOST_UNPACKED_BYTES = 1L << 30;

    /** The files that the JDK reads whole when it opens an archive, whatever the case of their names. */
    private static final Pattern METADATA =
            Pattern.compile("(?ius)META-INF/(MANIFEST\\.MF|INDEX\\.LIST|SIG-.*|.*\\.(SF|RSA|DSA|EC))");

    /** APPNOTE.TXT 4.3.16: the end record, and a comment of at most 65,535 bytes after it. */
    private static final int END_SIGNATURE = 0x06054b50;

    private static final int END_BYTES = 22;
    private static final int END_ENTRIES = 10;
    private static final int END_DIRECTORY_BYTES = 12;
    // The JDK looks a little further than the longest comment.
    private static final int END_WITHIN = END_BYTES + 0xFFFF + 1024;

    private ArchiveBounds() {}

    /**
     * Refuses what is no file, such as a directory or a pipe, which opening would wait at for ever; and what is too
     * large.
     */
    static void checkFile(Path archive) throws Refusal, IOException {
        try {
            var file = Files.readAttributes(archive, BasicFileAttributes.class);
            if (!file.isRegularFile()) {
                throw refusal(file.isDirectory() ? "is a directory" : "is no file");
            }
            if (file.size() > MOST_BYTES) {
                throw tooLarge("the archive", MOST_BYTES);
            }
        } catch (NoSuchFileException e) {
            throw refusal("is not there any more, or a link to nothing");
        }
    }

    /** Refuses an archive whose list of entries is too large to be opened. */
    static void checkDirectory(Path archive) throws Refusal {
        var isArchive = false;
        var bytes = end(archive);
        var end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        // Which of several end records counts is the JDK's to decide: each must be within bounds.
        for (var at = 0; at + END_BYTES <= bytes.length; at++) {
            // The first byte first: this is the longest loop of a start, and not compiled yet.
            if (bytes[at] == (byte) END_SIGNATURE && end.getInt(at) == END_SIGNATURE) {
                isArchive = true;
                if (Short.toUnsignedInt(end.getShort(at + END_ENTRIES)) > MOST_ENTRIES) {
                    throw tooManyEntries();
                }
                if (Integer.toUnsignedLong(end.getInt(at + END_DIRECTORY_BYTES)) > MOST_DIRECTORY_BYTES) {
                    throw tooLarge("the archive's list of entries", MOST_DIRECTORY_BYTES);
                }
            }
        }
        if (!isArchive) {
            throw refusal("is no readable jar archive");
        }
    }

    /** Refuses an archive with an entry that is too large for whoever reads it. */
    static void checkEntries(JarFile jar) throws Refusal, IOException {
        if (jar.size() > MOST_ENTRIES) {
            throw tooManyEntries();
        }
        var unpacked = 0L;
        var metadata = 0L;
        for (var entries = jar.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            unpacked += size(entry);
            if (unpacked > MOST_UNPACKED_BYTES) {
                throw tooLarge("unpacked, the archive", MOST_UNPACKED_BYTES);
            }
            if (METADATA.matcher(entry.getName()).matches()) {
                // No more is read than decides; the sum alone refuses.
                metadata += transfer(
                        jar.getInputStream(entry), OutputStream.nullOutputStream(), MOST_METADATA_BYTES - metadata);
                if (metadata > MOST_METADATA_BYTES) {
                    throw tooLarge("the manifest with the signatures", MOST_METADATA_BYTES);
                }
            }
        }
    }

    /**
     * Copies to the end, but no further than a bound; returns how many bytes there were, or a number beyond the bound.
     */
    static long transfer(InputStream in, OutputStream out, long most) throws IOException {
        var buffer = new byte[1 << 13];
        var total = 0L;
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            total += read;
            if (total > most) {
                break;
            }
            out.write(buffer, 0, read);
        }
        return total;
    }

    static Refusal tooLarge(String what, long most) {
        return refusal(what + " is larger than " + (most < 1 << 20 ? (most >> 10) + " KiB" : (most >> 20) + " MiB"));
    }

    private static byte[] end(Path archive) throws Refusal {
        try (var file = new RandomAccessFile(archive.toFile(), "r")) {
            var bytes = new byte[(int) Math.min(END_WITHIN, file.length())];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw refusal("is no readable jar archive");
        }
    }

    /**
     * As the archive says. The class loader reads no more of a class than that; of other files nobody but the plug-in
     * reads any.
     */
    private static long size(JarEntry entry) throws Refusal {
        var size = entry.getSize();
        var most = entry.getName().endsWith(".class") ? MOST_CLASS_BYTES : MOST_UNPACKED_BYTES;
        if (size < 0 || size > most) {
            throw tooLarge("a file in the archive", most);
        }
        return size;
    }

    private static Refusal tooManyEntries() {
        return refusal("the archive has more than " + MOST_ENTRIES + " entries");
    }

    private static Refusal refusal(String reason) {
        return new Refusal(PluginProblem.NOT_A_PLUGIN, reason);
    }
}
