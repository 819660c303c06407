package io.github.pscsdk.sessionstore.jdbc;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.testkit.SessionStoreContract;
import org.junit.jupiter.api.AfterEach;

@OnPostgres
class PostgresSessionStoreTest extends SessionStoreContract {
    private final Nodes nodes =
            new Nodes(PostgresServer.shared(), PostgresServer.shared().contract());

    @Override
    protected SessionStore open() {
        return nodes.open().sessions();
    }

    @AfterEach
    void close() {
        nodes.close();
    }
}
