package io.github.pscsdk.proxy.internal.store;

import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.jdbc.JdbcStores;
import java.nio.file.Path;

/** A file of H2, for one node; without the suffix that H2 adds. */
public record FileSource(Path file, KeyRing ring) implements DatabaseSource {
    @Override
    public OpenDatabase database() {
        return new OpenDatabase(JdbcStores.file(file), () -> {});
    }
}
