package io.github.pscsdk.sessionstore.jdbc;

import io.github.pscsdk.sessionstore.PendingStore;
import io.github.pscsdk.sessionstore.testkit.PendingStoreContract;

@OnPostgres
class EncryptedPostgresPendingStoreTest extends PendingStoreContract {
    @Override
    protected PendingStore open() {
        return ContractStores.onServer().pending().encrypted(Rings.ring());
    }
}
