package io.github.pscsdk.sessionstore.testkit;

import io.github.pscsdk.sessionstore.PendingStore;
import java.time.Clock;

class InMemoryPendingStoreTest extends PendingStoreContract {
    private final PendingStore store = PendingStore.inMemory(Clock.systemUTC());

    @Override
    protected PendingStore open() {
        return store;
    }
}
