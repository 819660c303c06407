package io.github.pscsdk.pluginhost.internal;

import io.github.pscsdk.pluginhost.internal.archive.SmallFile;
import io.github.pscsdk.spi.DeviceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One authenticator's store: a folder with one file for each key. Another version of the authenticator, or another
 * client, may have a store in the same folder.
 */
final class StateFolder implements DeviceState {
    private static final Pattern KEY = Pattern.compile("[a-z0-9_-][a-z0-9._-]{0,63}");
    /** Before each key, since Windows has file names of its own, such as {@code con}. */
    private static final String PREFIX = "state-";

    /** One for all stores: a folder may have two names. */
    private static final Object LOCK = new Object();

    private final Path folder;

    StateFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<byte[]> read(String key) throws IOException {
        synchronized (LOCK) {
            return SmallFile.read(file(key), MOST_BYTES);
        }
    }

    @Override
    public void write(String key, byte[] value) throws IOException {
        var file = file(key);
        synchronized (LOCK) {
            if (value.length + sizeWithout(file) > MOST_BYTES) {
                throw new IllegalArgumentException("an authenticator keeps at most " + MOST_BYTES + " bytes");
            }
            Files.createDirectories(folder);
            SmallFile.replace(file, value);
        }
    }

    @Override
    public void delete(String key) throws IOException {
        synchronized (LOCK) {
            Files.deleteIfExists(file(key));
        }
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
