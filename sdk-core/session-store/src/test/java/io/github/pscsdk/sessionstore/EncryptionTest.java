package io.github.pscsdk.sessionstore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever has the store sees, and what a node with other keys does. */
class EncryptionTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final byte[] VALUE = "899999100011".getBytes(StandardCharsets.US_ASCII);
    private static final String KEY = "psc/session/the-handle";

    @TempDir
    Path folder;

    private final Seen seen = new Seen();

    /** Remembers all that a store is given. */
    private static final class Seen implements SessionStore {
        private final SessionStore store = SessionStore.inMemory(Clock.systemUTC());
        private final List<String> keys = new ArrayList<>();
        private final List<byte[]> values = new ArrayList<>();
        private boolean findsNothing;

        @Override
        public Instant now() {
            return store.now();
        }

        @Override
        public Optional<StoredEntry> find(String key) {
            keys.add(key);
            return findsNothing ? Optional.empty() : store.find(key);
        }

        @Override
        public OptionalLong write(String key, long version, EntryContent content) {
            keys.add(key);
            keys.addAll(content.indices());
            values.add(content.value());
            return store.write(key, version, content);
        }

        @Override
        public boolean extend(String key, Duration lifetime) {
            keys.add(key);
            return store.extend(key, lifetime);
        }

        @Override
        public boolean remove(String key, long version) {
            keys.add(key);
            return store.remove(key, version);
        }

        @Override
        public List<StoredEntry> claimDue(String kind, String node, Duration lease, int most) {
            return store.claimDue(kind, node, lease, most);
        }

        @Override
        public Optional<String> list(String index, Optional<String> after, int most, Consumer<StoredEntry> found) {
            keys.add(index);
            return store.list(index, after, most, found);
        }

        @Override
        public String toString() {
            return "Seen";
        }
    }

    private static String key(int filling) {
        var key = new byte[32];
        Arrays.fill(key, (byte) filling);
        return Base64.getEncoder().encodeToString(key);
    }

    private KeyRing ring(String... lines) throws IOException {
        var file = Files.createTempFile(folder, "ring", "");
        Files.write(file, List.of(lines));
        return KeyRing.read(file);
    }

    private KeyRing ring() throws IOException {
        return ring("# of a test", "", "index = " + key(1), "2026-11 = " + key(2));
    }

    @Test
    void nothing_that_the_store_is_given_says_what_it_is() throws Exception {
        var store = seen.encrypted(ring());
        var version = store.putIfAbsent(KEY, VALUE, MINUTE).orElseThrow();
        store.write(KEY, version, EntryContent.of(VALUE, MINUTE));
        store.extend(KEY, MINUTE);
        store.update(KEY, MINUTE, before -> before);
        store.take(KEY);
        store.write(KEY, SessionStore.ABSENT, EntryContent.of(VALUE, MINUTE).indexed(List.of("psc/session/index")));
        store.list("psc/session/index", Optional.empty(), 1, entry -> assertEquals(KEY, entry.key()));

        assertTrue(seen.keys.stream().allMatch(key -> key.matches("psc/session/[\\w-]{43}")), seen.keys::toString);
        for (var value : seen.values) {
            assertFalse(new String(value, StandardCharsets.ISO_8859_1).contains("8999991"));
        }
        assertNotEquals(seen.values.get(0), seen.values.get(1), "the same value twice does not look the same");
    }

    @Test
    void a_new_key_encrypts_and_the_old_one_is_still_read() throws Exception {
        seen.encrypted(ring()).putIfAbsent(KEY, VALUE, MINUTE);
        var rotated = ring("index = " + key(1), "2027-01 = " + key(3), "2026-11 = " + key(2));
        var store = seen.encrypted(rotated);

        assertArrayEquals(VALUE, store.find(KEY).orElseThrow().value());
        store.put(KEY, VALUE, MINUTE);

        assertArrayEquals(VALUE, store.find(KEY).orElseThrow().value());
        assertUnreadable(() -> seen.encrypted(ring()).find(KEY), "2027-01");
    }

    @Test
    void another_key_of_the_same_id_never_takes_an_entry_for_gone() throws Exception {
        seen.encrypted(ring()).putIfAbsent(KEY, VALUE, MINUTE);
        var other = seen.encrypted(ring("index = " + key(1), "2026-11 = " + key(3)));

        assertUnreadable(() -> other.find(KEY), "2026-11");
    }

    @Test
    void what_was_changed_or_moved_is_refused() throws Exception {
        var store = seen.encrypted(ring());
        store.putIfAbsent(KEY, VALUE, MINUTE);
        store.putIfAbsent("psc/session/another", VALUE, MINUTE);
        var first = seen.keys.get(0);
        var second = seen.keys.get(1);
        var encrypted = seen.store.find(first).orElseThrow();

        seen.store.put(second, encrypted.value(), MINUTE);
        assertUnreadable(() -> store.find("psc/session/another"), "changed");

        for (var at = 0; at < encrypted.value().length; at++) {
            var changed = encrypted.value().clone();
            changed[at] ^= 1;
            seen.store.put(first, changed, MINUTE);
            assertUnreadable(() -> store.find(KEY), "");
        }
        for (var length : List.of(0, 1, 2, 8, 9, 20, encrypted.value().length - 1)) {
            seen.store.put(first, Arrays.copyOf(encrypted.value(), length), MINUTE);
            assertUnreadable(() -> store.find(KEY), "");
        }
    }

    @Test
    void a_node_with_another_ring_is_told_at_its_start() throws Exception {
        seen.encrypted(ring()).check();
        seen.encrypted(ring()).check();

        assertUnreadable(
                () -> seen.encrypted(ring("index = " + key(9), "2026-11 = " + key(2)))
                        .check(),
                "index key");
        assertUnreadable(
                () -> seen.encrypted(ring("index = " + key(1), "2026-12 = " + key(4)))
                        .check(),
                "2026-11");
        assertUnreadable(
                () -> seen.encrypted(ring("index = " + key(1), "2026-11 = " + key(4)))
                        .check(),
                "2026-11");

        // Who has both keys goes first, then nobody starts without the new one.
        seen.encrypted(ring("index = " + key(1), "2027-01 = " + key(3), "2026-11 = " + key(2)))
                .check();
        assertUnreadable(() -> seen.encrypted(ring()).check(), "2027-01");
    }

    @Test
    void an_entry_of_the_ring_that_somebody_cut_is_none() throws Exception {
        seen.encrypted(ring()).check();
        var entry = new String(seen.find(KeyRing.ENTRY).orElseThrow().value(), StandardCharsets.US_ASCII);

        for (var cut : List.of(entry.split("\n")[0], entry.substring(1), "\n" + entry.split("\n")[1])) {
            seen.put(KeyRing.ENTRY, cut.getBytes(StandardCharsets.US_ASCII), MINUTE);

            assertUnreadable(() -> seen.encrypted(ring()).check(), "index key");
        }
    }

    @Test
    void an_entry_of_the_ring_that_goes_while_it_is_read_is_an_outage() throws Exception {
        seen.encrypted(ring()).check();
        seen.findsNothing = true;
        var store = seen.encrypted(ring());

        assertEquals(
                LoginProblem.STORE_UNAVAILABLE,
                assertThrows(StoreException.class, store::check).problem());
    }

    private static void assertUnreadable(Reading reading, String said) {
        var failure = assertThrows(StoreException.class, reading::run);
        assertEquals(LoginProblem.STORE_UNREADABLE, failure.problem());
        assertTrue(failure.getMessage().contains(said), failure.getMessage());
        assertFalse(failure.getMessage().contains("the-handle"));
    }

    @FunctionalInterface
    private interface Reading {
        void run() throws Exception;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11 = AAAA",
                "index = AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "index = AAAA\n2026-11 = AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "index = AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n2026-11 = AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "index = AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nNew Key = BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "index = AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n2026-11 = BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n2026-11 = CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "index AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "index = not base64!"
            })
    void what_is_no_key_ring_is_refused_and_not_repeated(String text) {
        var failure = assertThrows(IllegalArgumentException.class, () -> ring(text.split("\n")));

        assertFalse(failure.getMessage().contains("AAAA"), failure.getMessage());
        assertFalse(failure.getMessage().contains("base64!"), failure.getMessage());
    }

    @Test
    void a_drawn_ring_can_be_read_and_is_never_the_same() throws Exception {
        var drawn = KeyRing.draw("2026-11");

        assertEquals("KeyRing[2026-11]", ring(drawn.split("\n")).toString());
        assertNotEquals(drawn, KeyRing.draw("2026-11"));
    }
}
