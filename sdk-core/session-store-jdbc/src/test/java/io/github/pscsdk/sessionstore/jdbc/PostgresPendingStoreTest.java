package io.github.pscsdk.sessionstore.jdbc;

import io.github.pscsdk.sessionstore.PendingStore;
import io.github.pscsdk.sessionstore.testkit.PendingStoreContract;
import org.junit.jupiter.api.AfterEach;

@OnPostgres
class PostgresPendingStoreTest extends PendingStoreContract {
    private final Nodes nodes =
            new Nodes(PostgresServer.shared(), PostgresServer.shared().contract());

    @Override
    protected PendingStore open() {
        return nodes.open().pending();
    }

    @AfterEach
    void close() {
        nodes.close();
    }
}
