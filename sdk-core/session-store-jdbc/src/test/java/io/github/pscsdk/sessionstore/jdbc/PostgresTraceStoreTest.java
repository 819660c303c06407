package io.github.pscsdk.sessionstore.jdbc;

import io.github.pscsdk.sessionstore.testkit.TraceStoreContract;
import io.github.pscsdk.tracestore.TraceStore;
import org.junit.jupiter.api.AfterEach;

@OnPostgres
class PostgresTraceStoreTest extends TraceStoreContract {
    @Override
    protected TraceStore open() {
        return ContractStores.onServer().traces();
    }

    /** Traces have no keys by which tests could tell theirs. */
    @AfterEach
    void none_is_left() {
        PostgresServer.shared().execute(PostgresServer.shared().contract(), "TRUNCATE psc_trace");
    }
}
