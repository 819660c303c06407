package io.github.pscsdk.sessionstore.testkit;

import io.github.pscsdk.sessionstore.SessionStore;
import java.time.Clock;

class InMemorySessionStoreTest extends SessionStoreContract {
    private final SessionStore store = SessionStore.inMemory(Clock.systemUTC());

    @Override
    protected SessionStore open() {
        return store;
    }
}
