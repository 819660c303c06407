package io.github.pscsdk.sessionstore.testkit;

import io.github.pscsdk.tracestore.TraceStore;
import java.time.Clock;

class InMemoryTraceStoreTest extends TraceStoreContract {
    private final TraceStore store = TraceStore.inMemory(10_000, Clock.systemUTC());

    @Override
    protected TraceStore open() {
        return store;
    }
}
