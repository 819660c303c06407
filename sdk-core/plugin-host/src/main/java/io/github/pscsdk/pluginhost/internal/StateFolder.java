package io.github.pscsdk.pluginhost.internal;

import io.github.pscsdk.spi.DeviceState;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/** One authenticator's store: a folder with one file for each key. */
final class StateFolder implements DeviceState {
    private static final Pattern KEY = Pattern.compile("[a-z0-9_-][a-z0-9._-]{0,63}");
    /** Before each key, since Windows has file names of its own, such as {@code con}. */
    private static final String PREFIX = "state-";

    private static final String NEW = "new.tmp";

    private final Path folder;

    StateFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized Optional<byte[]> read(String key) throws IOException {
        try (var in = Files.newInputStream(file(key))) {
            var value = in.readNBytes(MOST_BYTES + 1);
            if (value.length > MOST_BYTES) {
                throw new IOException("the kept value is larger than any that is written");
            }
            return Optional.of(value);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void write(String key, byte[] value) throws IOException {
        var file = file(key);
        if (value.length + sizeWithout(file) > MOST_BYTES) {
            throw new IllegalArgumentException("an authenticator keeps at most " + MOST_BYTES + " bytes");
        }
        Files.createDirectories(folder);
        var written = folder.resolve(NEW);
        // On the disk before it has its name: else a power failure could leave the name with nothing behind it.
        Files.write(written, value);
        try (var channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public synchronized void delete(String key) throws IOException {
        Files.deleteIfExists(file(key));
    }

    private Path file(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("a key is lower-case letters, digits, dots, dashes and underscores");
        }
        return folder.resolve(PREFIX + key);
    }

    private long sizeWithout(Path file) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        var size = 0L;
        try (var files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (var other : files) {
                size += other.equals(file) ? 0 : Files.size(other);
            }
        }
        return size;
    }
}
