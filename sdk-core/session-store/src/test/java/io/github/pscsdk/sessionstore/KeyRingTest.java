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
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys a node has, and what it can do with a store's entries without them. */
class KeyRingTest {
    private static final byte[] VALUE = "899999100011".getBytes(StandardCharsets.US_ASCII);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private static byte[] key(int filling, int length) {
        var key = new byte[length];
        Arrays.fill(key, (byte) filling);
        return key;
    }

    private static KeyRing ring(Object... idsAndKeys) {
        var keys = new LinkedHashMap<String, byte[]>();
        for (var i = 0; i < idsAndKeys.length; i += 2) {
            keys.put((String) idsAndKeys[i], (byte[]) idsAndKeys[i + 1]);
        }
        return new KeyRing(key(1, 32), keys);
    }

    private static final KeyRing RING = ring("new", key(3, 32), "old", key(2, 32));

    private static void assertUnreadable(byte[] encrypted) {
        var failure = assertThrows(StoreException.class, () -> RING.decrypt(encrypted, "entry"));
        assertEquals(LoginProblem.STORE_UNREADABLE, failure.problem());
    }

    @Test
    void the_first_key_encrypts_and_each_of_the_ring_decrypts() {
        var now = RING.encrypt(VALUE, "entry");
        var before = ring("old", key(2, 32)).encrypt(VALUE, "entry");

        assertEquals("new", new String(now, 2, now[1], StandardCharsets.US_ASCII));
        assertArrayEquals(VALUE, RING.decrypt(now, "entry"));
        assertArrayEquals(VALUE, RING.decrypt(before, "entry"));
        assertEquals("KeyRing[new, old]", RING.toString());
        assertArrayEquals(new byte[0], RING.decrypt(RING.encrypt(new byte[0], "entry"), "entry"));
    }

    @Test
    void a_nonce_is_never_used_twice() {
        var nonces = new byte[2][];
        for (var i = 0; i < 2; i++) {
            nonces[i] = Arrays.copyOfRange(RING.encrypt(VALUE, "entry"), 5, 17);
        }

        assertFalse(Arrays.equals(nonces[0], nonces[1]));
        assertFalse(Arrays.equals(nonces[0], new byte[12]));
    }

    @Test
    void a_value_is_decrypted_nowhere_but_where_it_belongs_and_only_whole() {
        var encrypted = RING.encrypt(VALUE, "entry");

        assertThrows(StoreException.class, () -> RING.decrypt(encrypted, "another"));
        assertThrows(StoreException.class, () -> RING.decrypt(encrypted, ""));
        for (var length = 0; length < encrypted.length; length++) {
            assertUnreadable(Arrays.copyOf(encrypted, length));
        }
        assertUnreadable(Arrays.copyOf(encrypted, encrypted.length + 1));
        for (var at = 0; at < encrypted.length; at++) {
            var changed = encrypted.clone();
            changed[at] ^= 0x10;
            assertUnreadable(changed);
        }
    }

    @Test
    void a_value_of_a_key_that_the_ring_lacks_or_has_otherwise_is_refused() {
        assertUnreadable(ring("another", key(2, 32)).encrypt(VALUE, "entry"));
        assertUnreadable(ring("old", key(9, 32)).encrypt(VALUE, "entry"));
    }

    @ParameterizedTest
    @CsvSource({"2 0 3", "0 1 97", "1 0", "1", "1 1 65", "1 -1 97 97", "1 4 110 101 119"})
    void a_value_that_is_not_encrypted_is_refused(String digits) {
        var numbers = digits.split(" ");
        var bytes = new byte[numbers.length];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = Byte.parseByte(numbers[i]);
        }

        var failure = assertThrows(StoreException.class, () -> RING.decrypt(bytes, "entry"));
        assertTrue(failure.getMessage().contains("is not encrypted"), failure.getMessage());
    }

    @Test
    void a_value_is_refused_for_the_right_reason() {
        var lacking = assertThrows(
                StoreException.class,
                () -> RING.decrypt(ring("another", key(2, 32)).encrypt(VALUE, "entry"), "entry"));
        assertTrue(
                lacking.getMessage().contains("the key another, which this node's key ring lacks"),
                lacking.getMessage());
        for (var cut : List.of(new byte[] {1, 3, 'n', 'e', 'w'}, new byte[] {1, 3, 'o', 'l', 'd', 0})) {
            var changed = assertThrows(StoreException.class, () -> RING.decrypt(cut, "entry"));
            assertTrue(changed.getMessage().contains("the entry was changed"), changed.getMessage());
        }
        var unknown = assertThrows(StoreException.class, () -> RING.decrypt(new byte[] {1, 1, 'a'}, "entry"));
        assertTrue(unknown.getMessage().contains("the key a, which"), unknown.getMessage());
    }

    @Test
    void an_id_of_one_character_is_one() throws Exception {
        var ring = read("a=" + base64(4) + "\nindex=" + base64(1));

        assertArrayEquals(VALUE, ring.decrypt(ring.encrypt(VALUE, "entry"), "entry"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31, 33})
    void a_key_has_32_bytes(int length) {
        var short_or_long = key(2, length);

        assertThrows(IllegalArgumentException.class, () -> ring("old", short_or_long));
        var keys = new LinkedHashMap<>(Map.of("old", key(2, 32)));
        assertThrows(IllegalArgumentException.class, () -> new KeyRing(short_or_long, keys));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "index", "Old", "old_1", "aaaaaaaaaaaaaaaaaaaaa", "a b", "é"})
    void the_id_of_a_key_is_1_to_20_digits_letters_and_hyphens(String id) {
        assertThrows(IllegalArgumentException.class, () -> ring(id, key(2, 32)));
        assertThrows(IllegalArgumentException.class, () -> KeyRing.draw(id));
    }

    @Test
    void a_ring_has_a_key_beside_the_index_key_and_none_that_is_both() {
        assertThrows(IllegalArgumentException.class, KeyRingTest::ring);
        assertThrows(IllegalArgumentException.class, () -> ring("old", key(1, 32)));
        assertEquals(
                "KeyRing[aaaaaaaaaaaaaaaaaaaa]",
                ring("a".repeat(20), key(2, 32)).toString());
    }

    @Test
    void the_name_of_an_entry_tells_its_kind_alone_and_differs_by_store_and_key() {
        var name = RING.name("sessions", "psc/session/handle");

        assertTrue(name.matches("psc/session/[\\w-]{43}"), name);
        assertEquals(name, RING.name("sessions", "psc/session/handle"));
        assertNotEquals(name, RING.name("pending", "psc/session/handle"));
        assertNotEquals(name, RING.name("sessions", "psc/session/another"));
        assertTrue(RING.name("sessions", "handle").matches("[\\w-]{43}"));
        var keys = new LinkedHashMap<>(Map.of("old", key(2, 32)));
        assertNotEquals(name, new KeyRing(key(5, 32), keys).name("sessions", "psc/session/handle"));
    }

    @ParameterizedTest
    @CsvSource({"157, 200", "158, 43"})
    void a_name_is_no_longer_than_a_store_takes(int kind, int length) {
        assertEquals(
                length, RING.name("sessions", "k".repeat(kind - 1) + "/handle").length());
    }

    private KeyRing read(String text) throws IOException {
        return KeyRing.read(Files.writeString(folder.resolve("ring"), text));
    }

    private static String base64(int filling) {
        return Base64.getEncoder().encodeToString(key(filling, 32));
    }

    @Test
    void a_file_has_a_line_for_each_key_in_their_order() throws Exception {
        var ring = read("# comment\n\n  \nnew = " + base64(3) + "\nindex=" + base64(1) + "\nold =" + base64(2) + "\n");

        assertEquals("KeyRing[new, old]", ring.toString());
        assertArrayEquals(VALUE, RING.decrypt(ring.encrypt(VALUE, "entry"), "entry"));
        assertEquals(RING.name("d", "k"), ring.name("d", "k"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=AAAA", "AAAA", "old = AAAA\nold = AAAA", "old = ?", " # = AAAA\n#old = A\nx"})
    void a_file_with_another_line_is_refused_by_its_number(String lines) {
        var failure = assertThrows(IllegalArgumentException.class, () -> read("# one\n" + lines));

        assertTrue(
                failure.getMessage().matches("line [234] of the key ring is not: id = key in base64"),
                failure.getMessage());
    }

    @Test
    void a_drawn_ring_has_random_keys() throws Exception {
        var drawn = KeyRing.draw("2026-11");

        assertEquals("KeyRing[2026-11]", read(drawn).toString());
        assertNotEquals(drawn, KeyRing.draw("2026-11"));
        assertFalse(drawn.contains(Base64.getEncoder().encodeToString(new byte[32])));
        assertTrue(drawn.matches("index = \\S{44}\n2026-11 = \\S{44}\n"), "of 32 bytes each");
    }

    // ---- the stores that it encrypts ------------------------------------------------------------------------------

    private final SessionStore inner = SessionStore.inMemory(CLOCK);
    private final SessionStore store = inner.encrypted(RING);

    private static EntryContent due() {
        return EntryContent.of(VALUE, MINUTE).due("login", Duration.ZERO);
    }

    @Test
    void what_has_to_be_done_comes_back_under_its_own_key() {
        var version = store.write("psc/login/one", SessionStore.ABSENT, due()).orElseThrow();

        var found = store.find("psc/login/one").orElseThrow();
        assertEquals("psc/login/one", found.key());
        assertEquals(version, found.version());
        assertTrue(found.isPending());
        var claimed = store.claimDue("login", "node", MINUTE, 10);
        assertEquals(
                List.of("psc/login/one"), claimed.stream().map(StoredEntry::key).toList());
        assertArrayEquals(VALUE, claimed.get(0).value());
        assertEquals(CLOCK.instant().plus(MINUTE), claimed.get(0).expiresAt());
        assertEquals(Optional.empty(), inner.find("psc/login/one"));
    }

    @Test
    void what_this_node_cannot_decrypt_is_left_to_another_one() {
        store.write("psc/login/one", SessionStore.ABSENT, due());
        inner.encrypted(ring("another", key(8, 32))).write("psc/login/two", SessionStore.ABSENT, due());

        assertEquals(
                List.of("psc/login/one"),
                store.claimDue("login", "node", MINUTE, 10).stream()
                        .map(StoredEntry::key)
                        .toList());
        assertThrows(StoreException.class, () -> store.find("psc/login/two"));
    }

    @Test
    void an_entry_that_was_moved_is_refused_and_listed_by_nobody() {
        store.write("psc/login/one", SessionStore.ABSENT, due());
        var moved = inner.find(RING.name("sessions", "psc/login/one")).orElseThrow();
        inner.write(
                RING.name("sessions", "psc/login/two"),
                SessionStore.ABSENT,
                EntryContent.of(moved.value(), MINUTE).indexed(List.of(RING.name("indices", "psc/sid/one"))));

        assertThrows(StoreException.class, () -> store.find("psc/login/two"));
        assertThrows(StoreException.class, () -> store.list("psc/sid/one", Optional.empty(), 10, entry -> {}));
    }

    @Test
    void what_an_index_has_is_listed_page_by_page() {
        for (var key : List.of("psc/session/one", "psc/session/two")) {
            store.write(key, SessionStore.ABSENT, EntryContent.of(VALUE, MINUTE).indexed(List.of("psc/sid/one")));
        }
        var found = new HashSet<String>();

        var next = store.list("psc/sid/one", Optional.empty(), 1, entry -> found.add(entry.key()));
        store.list("psc/sid/one", next, 1, entry -> found.add(entry.key()));

        assertEquals(Set.of("psc/session/one", "psc/session/two"), found);
    }

    @Test
    void a_key_and_an_index_of_the_same_words_have_nothing_in_common() {
        assertNotEquals(RING.name("sessions", "psc/sid/one"), RING.name("indices", "psc/sid/one"));
    }

    @Test
    void an_encrypted_store_says_that_it_is_one_and_where_it_is() {
        assertTrue(store.isEncrypted());
        assertFalse(inner.isEncrypted());
        assertTrue(store.isInProcess());
        assertEquals("Encrypted[" + inner + ", KeyRing[new, old]]", store.toString());
        assertEquals(CLOCK.instant(), store.now());
    }

    /** A store elsewhere, which cannot be used. */
    private record Unusable(SessionStore store) implements SessionStore {
        @Override
        public Instant now() {
            return store.now();
        }

        @Override
        public Optional<StoredEntry> find(String key) {
            return store.find(key);
        }

        @Override
        public OptionalLong write(String key, long version, EntryContent content) {
            return store.write(key, version, content);
        }

        @Override
        public boolean extend(String key, Duration lifetime) {
            return store.extend(key, lifetime);
        }

        @Override
        public boolean remove(String key, long version) {
            return store.remove(key, version);
        }

        @Override
        public List<StoredEntry> claimDue(String kind, String node, Duration lease, int most) {
            return store.claimDue(kind, node, lease, most);
        }

        @Override
        public Optional<String> list(String index, Optional<String> after, int most, Consumer<StoredEntry> found) {
            return store.list(index, after, most, found);
        }

        @Override
        public void check() {
            throw StoreException.unreadable("of a test");
        }
    }

    @Test
    void a_store_that_cannot_be_used_cannot_be_used_encrypted() {
        var store = new Unusable(SessionStore.inMemory(CLOCK)).encrypted(RING);

        assertFalse(store.isInProcess());
        assertThrows(StoreException.class, store::check);
    }

    @Test
    void an_entry_of_a_session_is_changed_by_its_key_and_version_alone() {
        var store = SessionStore.inMemory(CLOCK).encrypted(RING);
        var version = store.putIfAbsent("psc/session/one", VALUE, MINUTE).orElseThrow();

        assertEquals(OptionalLong.empty(), store.putIfAbsent("psc/session/one", VALUE, MINUTE));
        assertEquals(OptionalLong.empty(), store.write("psc/session/one", version + 1, EntryContent.of(VALUE, MINUTE)));
        var next = store.write("psc/session/one", version, EntryContent.of(new byte[] {7}, MINUTE))
                .orElseThrow();
        var found = store.find("psc/session/one").orElseThrow();
        assertArrayEquals(new byte[] {7}, found.value());
        assertEquals(next, found.version());
        assertEquals(CLOCK.instant().plus(MINUTE), found.expiresAt());
        assertTrue(store.extend("psc/session/one", MINUTE.multipliedBy(2)));
        assertEquals(
                CLOCK.instant().plus(MINUTE.multipliedBy(2)),
                store.find("psc/session/one").orElseThrow().expiresAt());
        assertFalse(store.extend("psc/session/another", MINUTE));
        assertFalse(store.remove("psc/session/one", version));
        assertTrue(store.remove("psc/session/one", next));
        assertEquals(Optional.empty(), store.find("psc/session/one"));
    }
}
