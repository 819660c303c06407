package io.github.pscsdk.sessionstore.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import io.github.pscsdk.sessionstore.testkit.internal.Race;
import io.github.pscsdk.sessionstore.testkit.internal.StoreWait;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The promises of a {@link SessionStore}. Takes some seconds: it waits for entries to expire by the store's own clock.
 */
public abstract class SessionStoreContract extends WorkContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final byte[] VALUE = {1, 2, 3};

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
        var second = other.write(key("a"), first, EntryContent.of(new byte[] {4}, MINUTE));

        assertTrue(second.orElseThrow() > first);
        assertEquals(OptionalLong.empty(), store.write(key("a"), first, EntryContent.of(new byte[] {5}, MINUTE)));
        assertArrayEquals(new byte[] {4}, value(store, "a"));
        assertEquals(second.getAsLong(), store.find(key("a")).orElseThrow().version());
        assertEquals(OptionalLong.empty(), store.write(key("b"), first, EntryContent.of(VALUE, MINUTE)));
        assertEquals(Optional.empty(), store.find(key("b")));
    }

    @Test
    void no_update_of_any_node_is_lost() throws Exception {
        store.putIfAbsent(key("count"), number(0), MINUTE);

        Race.of(i -> () -> {
            for (var done = 0; done < 25; ) {
                var read = node(i).find(key("count")).orElseThrow();
                var next = number(ByteBuffer.wrap(read.value()).getInt() + 1);
                done += node(i).write(key("count"), read.version(), EntryContent.of(next, MINUTE))
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

    @Test
    void an_entry_is_removed_by_who_read_it_and_by_nobody_else() {
        var first = kept("a", MINUTE);
        var second =
                store.write(key("a"), first, EntryContent.of(VALUE, MINUTE)).orElseThrow();

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
        assertEquals(OptionalLong.empty(), other.write(key("a"), version, EntryContent.of(VALUE, MINUTE)));
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

        store.write(key("a"), version, EntryContent.of(VALUE, SHORT));
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
        store.write(key, version, EntryContent.of(new byte[0], MINUTE));
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

    private List<String> listed(SessionStore node, String index, int most) {
        var names = new ArrayList<String>();
        var after = Optional.<String>empty();
        do {
            after = node.list(index, after, most, entry -> names.add(entry.key()));
        } while (after.isPresent());
        return names;
    }

    private long indexed(String name, String... indices) {
        return store.write(
                        key(name),
                        SessionStore.ABSENT,
                        EntryContent.of(VALUE, MINUTE).indexed(List.of(indices)))
                .orElseThrow();
    }

    @Test
    void an_index_has_its_entries_as_they_are() {
        var version = indexed("a", key("x"), key("y"));
        indexed("b", key("y"));
        kept("c", MINUTE);

        var entries = new ArrayList<StoredEntry>();
        other.list(key("x"), Optional.empty(), 10, entries::add);
        var entry = entries.get(0);
        assertEquals(key("a"), entry.key());
        assertArrayEquals(VALUE, entry.value());
        assertEquals(version, entry.version());
        assertEquals(List.of(key("a")), listed(other, key("x"), 10));
        assertEquals(Set.of(key("a"), key("b")), Set.copyOf(listed(other, key("y"), 10)));
        assertEquals(List.of(), listed(store, key("z"), 10));
    }

    @Test
    void an_index_is_read_page_by_page() {
        var all = new HashSet<String>();
        for (var i = 0; i < 300; i++) {
            indexed("entry-" + i, key("x"));
            all.add(key("entry-" + i));
        }

        var found = listed(other, key("x"), 7);
        assertEquals(all, Set.copyOf(found));
        assertTrue(store.list(key("x"), Optional.empty(), 7, entry -> {}).isPresent(), "there is a second page");
    }

    @Test
    void an_index_has_what_was_written_last() {
        var version = indexed("a", key("x"), key("y"));

        var second =
                store.write(key("a"), version, EntryContent.of(VALUE, MINUTE).indexed(List.of(key("y"), key("z"))));
        assertEquals(List.of(), listed(other, key("x"), 10));
        assertEquals(List.of(key("a")), listed(other, key("y"), 10));
        assertEquals(List.of(key("a")), listed(other, key("z"), 10));

        assertTrue(other.remove(key("a"), second.orElseThrow()));
        for (var index : List.of("x", "y", "z")) {
            assertEquals(List.of(), listed(store, key(index), 10), index);
        }
    }

    @Test
    void an_index_has_nothing_that_has_expired_and_whatever_was_prolonged() throws Exception {
        store.write(key("a"), SessionStore.ABSENT, EntryContent.of(VALUE, SHORT).indexed(List.of(key("x"))));
        indexed("b", key("x"));
        assertTrue(other.extend(key("b"), MINUTE.multipliedBy(2)));
        waitUntilExpired("a");

        assertEquals(List.of(key("b")), listed(store, key("x"), 10));
        assertTrue(kept("a", MINUTE) > 0);
        assertEquals(List.of(key("b")), listed(store, key("x"), 10), "a new entry has what was written of it alone");
    }

    @Test
    void an_index_may_be_as_long_as_said() {
        var index = "~ ".repeat(SessionStore.LONGEST_KEY).substring(0, SessionStore.LONGEST_KEY - 37) + "/"
                + UUID.randomUUID();
        indexed("a", index);

        assertEquals(List.of(key("a")), listed(other, index, 10));
    }
}
