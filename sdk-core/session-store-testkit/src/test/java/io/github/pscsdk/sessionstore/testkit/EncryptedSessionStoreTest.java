package io.github.pscsdk.sessionstore.testkit;

import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.SessionStore;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

class EncryptedSessionStoreTest extends SessionStoreContract {
    private final SessionStore store = SessionStore.inMemory(Clock.systemUTC());

    @Override
    protected SessionStore open() {
        var key = new byte[32];
        key[0] = 1;
        return store.encrypted(new KeyRing(new byte[32], new LinkedHashMap<>(Map.of("2026", key))));
    }
}
