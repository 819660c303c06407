package io.github.pscsdk.sessionstore.testkit;

import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.PendingStore;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

class EncryptedPendingStoreTest extends PendingStoreContract {
    private final PendingStore store = PendingStore.inMemory(Clock.systemUTC());

    @Override
    protected PendingStore open() {
        var key = new byte[32];
        key[0] = 1;
        return store.encrypted(new KeyRing(new byte[32], new LinkedHashMap<>(Map.of("2026", key))));
    }
}
