package io.github.pscsdk.sessionstore.jdbc;

import io.github.pscsdk.sessionstore.testkit.TraceStoreContract;
import io.github.pscsdk.tracestore.TraceStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class EncryptedFileTraceStoreTest extends TraceStoreContract {
    @TempDir
    private Path folder;

    private JdbcStores stores;

    @Override
    protected TraceStore open() {
        if (stores == null) {
            stores = JdbcStores.file(folder.resolve("sessions"), Nodes.PATIENCE);
        }
        return stores.traces().encrypted(Rings.ring());
    }

    @AfterEach
    void close() {
        stores.close();
    }
}
