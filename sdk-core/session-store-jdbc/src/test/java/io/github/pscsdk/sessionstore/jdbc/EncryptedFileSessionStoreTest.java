package io.github.pscsdk.sessionstore.jdbc;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.testkit.SessionStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class EncryptedFileSessionStoreTest extends SessionStoreContract {
    @TempDir
    private Path folder;

    private JdbcStores stores;

    @Override
    protected SessionStore open() {
        if (stores == null) {
            stores = JdbcStores.file(folder.resolve("sessions"));
        }
        return stores.sessions().encrypted(Rings.ring());
    }

    @AfterEach
    void close() {
        stores.close();
    }
}
