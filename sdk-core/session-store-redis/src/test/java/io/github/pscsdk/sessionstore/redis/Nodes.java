package io.github.pscsdk.sessionstore.redis;

import io.github.pscsdk.sessionstore.KeyRing;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Nodes over one server, which the contract's tests share: each test has keys of its own. */
final class Nodes implements AutoCloseable {
    private static final Map<RedisProgram, RedisServer> SERVERS = new ConcurrentHashMap<>();

    private final RedisProgram program;
    private final Deque<RedisStores> opened = new ArrayDeque<>();

    Nodes(RedisProgram program) {
        this.program = program;
    }

    RedisStores open() throws Exception {
        if (!SERVERS.containsKey(program)) {
            SERVERS.put(program, RedisServer.start(program));
        }
        opened.push(SERVERS.get(program).stores().build());
        return opened.peek();
    }

    static KeyRing ring() {
        var key = new byte[32];
        key[0] = 1;
        return new KeyRing(new byte[32], new LinkedHashMap<>(Map.of("2026", key)));
    }

    @Override
    public void close() {
        opened.forEach(RedisStores::close);
    }
}
