package io.github.pscsdk.sessionstore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is particular to the stores in memory; the rest is in the contract of the testkit. */
class InMemoryStoresTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @Test
    void expired_entries_do_not_pile_up() {
        var store = SessionStore.inMemory(clock);
        for (var i = 0; i < 1_000; i++) {
            store.putIfAbsent("key-" + i, new byte[100], MINUTE);
        }
        now = now.plusSeconds(120);

        store.putIfAbsent("key", new byte[] {1}, MINUTE);

        assertEquals("InMemorySessionStore[1 entries]", store.toString());
    }

    @Test
    void what_a_kind_or_an_index_had_does_not_pile_up_either() {
        var store = SessionStore.inMemory(clock);
        var content = EntryContent.of(new byte[100], MINUTE)
                .due("login", Duration.ZERO)
                .indexed(List.of("index"));
        for (var i = 0; i < 1_000; i++) {
            store.write("key-" + i, SessionStore.ABSENT, content);
        }
        now = now.plusSeconds(120);

        store.write("key", SessionStore.ABSENT, content);

        assertEquals("InMemorySessionStore[1 entries]", store.toString());
        assertEquals(1, store.claimDue("login", "node", MINUTE, 2_000).size());
        var listed = new ArrayList<StoredEntry>();
        store.list("index", Optional.empty(), 10, listed::add);
        assertEquals(1, listed.size());
    }

    @Test
    void the_clock_of_the_host_is_the_store_s() {
        var store = SessionStore.inMemory(clock);
        store.putIfAbsent("key", new byte[0], MINUTE);
        assertEquals(now, store.now());

        now = now.plus(MINUTE);

        assertTrue(store.find("key").isEmpty());
    }

    @Test
    void a_change_is_computed_again_where_somebody_else_came_between() {
        var store = SessionStore.inMemory(clock);
        store.put("key", new byte[] {1}, MINUTE);
        var seen = new ArrayList<Integer>();

        var before = store.update("key", MINUTE, found -> {
            var value = found.orElseThrow()[0];
            seen.add((int) value);
            if (seen.size() < 3) {
                store.put("key", new byte[] {(byte) (value + 10)}, MINUTE);
            }
            return Optional.of(new byte[] {(byte) (value + 1)});
        });

        assertEquals(List.of(1, 11, 21), seen);
        assertArrayEquals(new byte[] {21}, before.orElseThrow());
        assertArrayEquals(new byte[] {22}, store.find("key").orElseThrow().value());
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_not_removed_unseen() {
        var store = SessionStore.inMemory(clock);
        store.put("key", new byte[] {1}, MINUTE);
        var tries = new AtomicInteger();

        var removed = store.update("key", MINUTE, found -> {
            if (tries.getAndIncrement() == 0) {
                store.put("key", new byte[] {2}, MINUTE);
            }
            return Optional.empty();
        });

        assertArrayEquals(new byte[] {2}, removed.orElseThrow());
        assertEquals(Optional.empty(), store.find("key"));
    }

    @Test
    void who_is_always_overtaken_is_told() {
        var store = SessionStore.inMemory(clock);
        var tries = new AtomicInteger();

        var failure = assertThrows(
                StoreException.class,
                () -> store.update("key", MINUTE, found -> {
                    store.put("key", new byte[] {(byte) tries.incrementAndGet()}, MINUTE);
                    return Optional.of(new byte[1]);
                }));

        assertEquals(LoginProblem.STORE_UNAVAILABLE, failure.problem());
        assertEquals(1_000, tries.get());
    }
}
