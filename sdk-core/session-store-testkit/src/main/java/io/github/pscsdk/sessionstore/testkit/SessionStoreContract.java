package io.github.pscsdk.sessionstore.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a {@link SessionStore} promises. Takes some seconds: it waits for entries to expire by the store's own clock. */
public abstract class SessionStoreContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final byte[] VALUE = {1, 2, 3};

    private final String run = "contract/" + UUID.randomUUID() + "/";
    private SessionStore store;
    private SessionStore other;

    /**
     * A node's store. All that one test opens are over the same data, and are closed by the test class.
     *
     * @throws Exception fails the test
     */
    protected abstract SessionStore open() throws Exception;

    /** Makes the promises' two nodes. */
    @BeforeEach
    void openTwo() throws Exception {
        store = open();
        other = open();
    }

    private String key(String name) {
        return run + name;
    }

    private byte[] value(SessionStore node, String name) {
        return node.find(key(name)).map(StoredEntry::value).orElseThrow();
    }

    private long kept(String name, Duration lifetime) {
        return store.putIfAbsent(key(name), VALUE, lifetime).orElseThrow();
    }

    private void waitUntilExpired(String name) throws InterruptedException {
        StoreWait.until("an entry has expired", () -> store.find(key(name)).isEmpty());
    }

    @Test
    void an_entry_comes_back_with_its_version_and_its_end_on_every_node() {
        var version = kept("a", MINUTE);

        for (var node : List.of(store, other)) {
            var entry = node.find(key("a")).orElseThrow();
            assertArrayEquals(VALUE, entry.value());
            assertEquals(version, entry.version());
            var left = Duration.between(node.now(), entry.expiresAt());
            assertTrue(left.compareTo(MINUTE) <= 0 && left.toSeconds() >= 50, () -> left + " are left of a minute");
        }
        assertEquals(Optional.empty(), store.find(key("b")));
    }

    @Test
    void a_value_is_a_copy() {
        var mine = VALUE.clone();
        store.putIfAbsent(key("a"), mine, MINUTE);
        mine[0] = 9;
        value(store, "a")[1] = 9;

        assertArrayEquals(VALUE, value(store, "a"));
    }

    @Test
    void what_is_there_is_not_put_again() {
        kept("a", MINUTE);

        assertEquals(OptionalLong.empty(), other.putIfAbsent(key("a"), new byte[] {9}, MINUTE));
        assertArrayEquals(VALUE, value(store, "a"));
    }

    @Test
    void of_many_who_put_at_once_one_does() throws Exception {
        var put = Race.of(i -> () -> node(i).putIfAbsent(key("a"), new byte[] {(byte) i}, MINUTE));

        assertEquals(1, put.stream().filter(OptionalLong::isPresent).count());
    }

    @Test
    void an_entry_is_replaced_by_who_read_it_and_by_nobody_else() {
        var first = kept("a", MINUTE);
        var second = other.compareAndSet(key("a"), first, new byte[] {4}, MINUTE);

        assertTrue(second.orElseThrow() > first);
        assertEquals(OptionalLong.empty(), store.compareAndSet(key("a"), first, new byte[] {5}, MINUTE));
        assertArrayEquals(new byte[] {4}, value(store, "a"));
        assertEquals(second.getAsLong(), store.find(key("a")).orElseThrow().version());
        assertEquals(OptionalLong.empty(), store.compareAndSet(key("b"), first, VALUE, MINUTE));
        assertEquals(Optional.empty(), store.find(key("b")));
    }

    @Test
    void no_update_of_any_node_is_lost() throws Exception {
        store.putIfAbsent(key("count"), number(0), MINUTE);

        Race.of(i -> () -> {
            for (var done = 0; done < 25; ) {
                var read = node(i).find(key("count")).orElseThrow();
                var next = number(ByteBuffer.wrap(read.value()).getInt() + 1);
                done += node(i).compareAndSet(key("count"), read.version(), next, MINUTE)
                                .isPresent()
                        ? 1
                        : 0;
            }
            return null;
        });

        assertEquals(8 * 25, ByteBuffer.wrap(value(store, "count")).getInt());
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private SessionStore node(int runner) {
        return runner % 2 == 0 ? store : other;
    }

    @Test
    void an_entry_is_removed_by_who_read_it_and_by_nobody_else() {
        var first = kept("a", MINUTE);
        var second = store.compareAndSet(key("a"), first, VALUE, MINUTE).orElseThrow();

        assertFalse(other.remove(key("a"), first));
        assertTrue(store.find(key("a")).isPresent());
        assertTrue(other.remove(key("a"), second));
        assertFalse(store.remove(key("a"), second));
        assertEquals(Optional.empty(), store.find(key("a")));
        assertFalse(store.extend(key("a"), MINUTE));
    }

    @Test
    void of_many_who_remove_at_once_one_does() throws Exception {
        var version = kept("a", MINUTE);

        var removed = Race.of(i -> () -> node(i).remove(key("a"), version));

        assertEquals(1, removed.stream().filter(done -> done).count());
    }

    @Test
    void an_expired_entry_is_absent_for_every_method() throws Exception {
        var version = kept("a", SHORT);
        waitUntilExpired("a");

        assertEquals(Optional.empty(), other.find(key("a")));
        assertEquals(OptionalLong.empty(), other.compareAndSet(key("a"), version, VALUE, MINUTE));
        assertFalse(other.extend(key("a"), MINUTE));
        assertFalse(other.remove(key("a"), version));
        assertTrue(other.putIfAbsent(key("a"), VALUE, MINUTE).isPresent());
    }

    @Test
    void versions_grow_also_where_the_entry_was_removed_or_has_expired() throws Exception {
        var first = kept("a", MINUTE);
        assertTrue(store.remove(key("a"), first));
        var second = other.putIfAbsent(key("a"), VALUE, SHORT).orElseThrow();
        waitUntilExpired("a");
        var third = kept("a", MINUTE);

        assertTrue(first > 0, "versions are positive");
        assertTrue(first < second && second < third, () -> first + ", " + second + ", " + third);
    }

    @Test
    void a_lifetime_is_prolonged_and_the_rest_stays() throws Exception {
        var lifetime = SHORT;
        var version = kept("a", lifetime);
        // On a busy machine it may have expired before.
        while (!other.extend(key("a"), MINUTE)) {
            lifetime = lifetime.multipliedBy(2);
            assertTrue(lifetime.compareTo(MINUTE) < 0, "no lifetime is prolonged");
            version = kept("a", lifetime);
        }
        kept("b", lifetime);
        waitUntilExpired("b");

        var entry = store.find(key("a")).orElseThrow();
        assertArrayEquals(VALUE, entry.value());
        assertEquals(version, entry.version());
        assertFalse(store.extend(key("b"), MINUTE));
    }

    @Test
    void a_new_value_has_a_lifetime_of_its_own() throws Exception {
        var version = kept("a", MINUTE);

        store.compareAndSet(key("a"), version, VALUE, SHORT);
        waitUntilExpired("a");

        assertEquals(Optional.empty(), other.find(key("a")));
    }

    @Test
    void keys_are_told_apart_to_the_letter() {
        kept("a", MINUTE);

        for (var similar : List.of("A", "a ", "a/", "a%", "_")) {
            assertEquals(Optional.empty(), store.find(key(similar)), similar);
        }
    }

    @Test
    void keys_and_values_may_be_as_long_as_said() {
        var longest = "contract/" + "~ !".repeat(SessionStore.LONGEST_KEY);
        var key = longest.substring(0, SessionStore.LONGEST_KEY - 37) + "/" + UUID.randomUUID();
        var value = new byte[SessionStore.LARGEST_VALUE];
        for (var i = 0; i < value.length; i++) {
            value[i] = (byte) i;
        }

        var version = store.putIfAbsent(key, value, MINUTE).orElseThrow();
        assertArrayEquals(value, other.find(key).orElseThrow().value());
        store.compareAndSet(key, version, new byte[0], MINUTE);
        assertEquals(0, other.find(key).orElseThrow().value().length);
    }

    @Test
    void the_clock_is_the_store_s() {
        var before = store.now();
        var between = other.now();
        var after = store.now();

        assertTrue(!between.isBefore(before) && !after.isBefore(between), () -> before + ", " + between + ", " + after);
    }

    @Test
    void the_store_prints_no_key_and_no_value() {
        store.putIfAbsent(key("secret-key"), "secret-value".getBytes(StandardCharsets.UTF_8), MINUTE);

        var printed = store.toString() + store.find(key("secret-key"));
        assertFalse(printed.contains("secret-key") || printed.contains("secret-value"), printed);
    }

    @Test
    void a_store_that_can_be_used_says_so() {
        store.check();
        other.check();
    }
}
