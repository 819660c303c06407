package io.github.pscsdk.sessionstore.jdbc;

import io.github.pscsdk.sessionstore.PendingStore;
import io.github.pscsdk.sessionstore.testkit.PendingStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class FilePendingStoreTest extends PendingStoreContract {
    @TempDir
    private Path folder;

    private JdbcStores stores;

    @Override
    protected PendingStore open() {
        if (stores == null) {
            stores = JdbcStores.file(folder.resolve("sessions"));
        }
        return stores.pending();
    }

    @AfterEach
    void close() {
        stores.close();
    }
}
