package io.github.pscsdk.sessionstore.jdbc;

import io.github.pscsdk.sessionstore.KeyRing;
import java.util.LinkedHashMap;
import java.util.Map;

/** The key ring of all nodes of the tests. */
final class Rings {
    private Rings() {}

    static KeyRing ring() {
        var key = new byte[32];
        key[0] = 1;
        return new KeyRing(new byte[32], new LinkedHashMap<>(Map.of("2026", key)));
    }
}
