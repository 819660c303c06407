package io.github.pscsdk.sessionstore.jdbc;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.testkit.SessionStoreContract;
import java.io.IOException;

class EncryptedFileSessionStoreTest extends SessionStoreContract {
    @Override
    protected SessionStore open() throws IOException {
        return ContractStores.inFile().sessions().encrypted(Rings.ring());
    }
}
