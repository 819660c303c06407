package io.github.pscsdk.sessionstore.jdbc;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.testkit.SessionStoreContract;

@OnPostgres
class EncryptedPostgresSessionStoreTest extends SessionStoreContract {
    @Override
    protected SessionStore open() {
        return ContractStores.onServer().sessions().encrypted(Rings.ring());
    }
}
