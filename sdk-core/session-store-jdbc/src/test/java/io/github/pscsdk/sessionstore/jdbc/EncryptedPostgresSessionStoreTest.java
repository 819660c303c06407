package io.github.pscsdk.sessionstore.jdbc;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.testkit.SessionStoreContract;
import org.junit.jupiter.api.AfterEach;

@OnPostgres
class EncryptedPostgresSessionStoreTest extends SessionStoreContract {
    private final Nodes nodes =
            new Nodes(PostgresServer.shared(), PostgresServer.shared().contract());

    @Override
    protected SessionStore open() {
        return nodes.open().sessions().encrypted(Rings.ring());
    }

    @AfterEach
    void close() {
        nodes.close();
    }
}
