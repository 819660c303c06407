package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.relyingparty.internal.async.FakeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SessionStoreTest {
    private final FakeTime time = new FakeTime();
    private final SessionStore store = SessionStore.inMemory(time);
    private final Instant inAMinute = time.instant().plusSeconds(60);

    @Test
    void a_value_comes_back() {
        store.put("key", new byte[] {1}, inAMinute);

        assertArrayEquals(new byte[] {1}, store.get("key").orElseThrow());
        assertEquals(Optional.empty(), store.get("another"));
    }

    @Test
    void a_value_is_a_copy() {
        var value = new byte[] {1};
        store.put("key", value, inAMinute);
        value[0] = 2;
        store.get("key").orElseThrow()[0] = 3;

        assertArrayEquals(new byte[] {1}, store.get("key").orElseThrow());
    }

    @Test
    void an_expired_value_is_absent_for_every_method() {
        store.put("key", new byte[] {1}, inAMinute);
        time.pass(Duration.ofSeconds(60));

        assertEquals(Optional.empty(), store.get("key"));
        assertFalse(store.renew("key", inAMinute.plusSeconds(60)));
        assertFalse(store.replace("key", new byte[] {2}, inAMinute.plusSeconds(60)));
        assertEquals(Optional.empty(), store.take("key"));
    }

    @Test
    void what_was_removed_is_not_brought_back() {
        store.put("key", new byte[] {1}, inAMinute);
        store.remove("key");

        assertFalse(store.renew("key", inAMinute));
        assertFalse(store.replace("key", new byte[] {2}, inAMinute));
        assertEquals(Optional.empty(), store.get("key"));
    }

    @Test
    void renewing_keeps_the_value_and_replacing_changes_it() {
        store.put("key", new byte[] {1}, inAMinute);

        assertTrue(store.renew("key", inAMinute.plusSeconds(60)));
        time.pass(Duration.ofSeconds(90));
        assertArrayEquals(new byte[] {1}, store.get("key").orElseThrow());

        assertTrue(store.replace("key", new byte[] {2}, inAMinute.plusSeconds(60)));
        assertArrayEquals(new byte[] {2}, store.get("key").orElseThrow());
    }

    @Test
    void of_many_takers_one_gets_the_value() throws Exception {
        store.put("key", new byte[] {1}, inAMinute);
        var takers = Executors.newFixedThreadPool(8);
        Callable<Optional<byte[]>> take = () -> store.take("key");

        var taken = 0;
        for (var answer : takers.invokeAll(Collections.nCopies(100, take))) {
            taken += answer.get().isPresent() ? 1 : 0;
        }
        takers.shutdown();

        assertEquals(1, taken);
    }

    @Test
    void expired_values_do_not_pile_up() {
        for (var i = 0; i < 1000; i++) {
            store.put("key-" + i, new byte[100], inAMinute);
        }
        time.pass(Duration.ofMinutes(2));

        store.put("key", new byte[] {1}, time.instant().plusSeconds(60));

        assertEquals("InMemorySessionStore[1 entries]", store.toString());
    }
}
