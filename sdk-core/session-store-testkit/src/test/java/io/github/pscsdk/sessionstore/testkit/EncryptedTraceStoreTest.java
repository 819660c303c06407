package io.github.pscsdk.sessionstore.testkit;

import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.tracestore.TraceStore;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

class EncryptedTraceStoreTest extends TraceStoreContract {
    private final TraceStore store = TraceStore.inMemory(10_000, Clock.systemUTC());

    @Override
    protected TraceStore open() {
        var key = new byte[32];
        key[0] = 1;
        return store.encrypted(new KeyRing(new byte[32], new LinkedHashMap<>(Map.of("2026", key))));
    }
}
