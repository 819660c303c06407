package io.github.pscsdk.sessionstore.jdbc;

import io.github.pscsdk.sessionstore.TraceStore;
import io.github.pscsdk.sessionstore.testkit.TraceStoreContract;
import org.junit.jupiter.api.AfterEach;

@OnPostgres
class PostgresTraceStoreTest extends TraceStoreContract {
    // Of each test: traces have no keys by which tests could tell theirs.
    private final Nodes nodes =
            new Nodes(PostgresServer.shared(), PostgresServer.shared().database());

    @Override
    protected TraceStore open() {
        return nodes.open().traces();
    }

    @AfterEach
    void close() {
        nodes.close();
    }
}
