package io.github.pscsdk.proxy.internal.store;

import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.jdbc.JdbcStores;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of H2, for one node.
 *
 * @param file without the suffix that H2 adds
 */
public record FileSource(Path file, KeyRing ring) implements DatabaseSource {
    private static final String SUFFIX = ".mv.db";

    @Override
    public OpenDatabase database() {
        return new OpenDatabase(JdbcStores.file(file), () -> {});
    }

    /** Whether there is such a file; opening makes one. */
    public boolean exists() {
        return Files.exists(file.resolveSibling(file.getFileName() + SUFFIX));
    }
}
