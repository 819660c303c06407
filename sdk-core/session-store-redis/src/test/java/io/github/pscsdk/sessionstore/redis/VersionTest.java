package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A version that was given once is never given again, since whoever holds it might write with it. */
class VersionTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final byte[] VALUE = {1};

    private RedisServer server;
    private final VirtualClock clock = VirtualClock.standing();
    private RedisStores stores;

    @BeforeEach
    void start() throws Exception {
        server = RedisServer.start(RedisProgram.any());
        stores = server.stores().clock(clock).build();
    }

    @AfterEach
    void stop() {
        stores.close();
        server.close();
    }

    private long put(String key) {
        return stores.sessions().putIfAbsent(key, VALUE, MINUTE).orElseThrow();
    }

    @Test
    void versions_grow_where_the_server_has_lost_everything() throws Exception {
        var before = put("a");
        server.kill();
        server.start();
        clock.advance(MINUTE);

        assertTrue(before < put("a"));
    }

    @Test
    void versions_grow_where_the_clock_was_set_back() {
        var now = put("a");
        var anHourAhead = now + 3_600_000_000L;
        server.run("SET", "psc:version", anHourAhead);

        assertEquals(anHourAhead + 1, put("b"));
        assertEquals(anHourAhead + 2, put("c"));
        assertEquals(anHourAhead + 2, stores.sessions().find("c").orElseThrow().version());
    }

    @Test
    void a_version_is_the_time_in_microseconds() {
        var before = stores.sessions().now();
        var version = put("a");
        var after = stores.sessions().now();

        assertTrue(micros(before) <= version && version <= micros(after), () -> before + ", " + version + ", " + after);
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }
}
