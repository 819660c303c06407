package io.github.pscsdk.sessionstore.jdbc;

import io.github.pscsdk.sessionstore.PendingStore;
import io.github.pscsdk.sessionstore.testkit.PendingStoreContract;
import java.io.IOException;

class EncryptedFilePendingStoreTest extends PendingStoreContract {
    @Override
    protected PendingStore open() throws IOException {
        return ContractStores.inFile().pending().encrypted(Rings.ring());
    }
}
