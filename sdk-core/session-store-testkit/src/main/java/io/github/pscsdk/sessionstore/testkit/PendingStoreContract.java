package io.github.pscsdk.sessionstore.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.sessionstore.PendingEntry;
import io.github.pscsdk.sessionstore.PendingStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of a {@link PendingStore}. Takes a second: the contract waits for entries to be due by the clock of the store. */
public abstract class PendingStoreContract {
    private static final Duration NOW = Duration.ZERO;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final byte[] VALUE = {1, 2, 3};
    private static final byte[] OUTCOME = {4};
    private static final int KIND_LETTERS = 12;

    private final String kind = letters("kind-", UUID.randomUUID());
    private final String timerKind = letters("timer-", UUID.randomUUID());
    private final String run = "contract/" + UUID.randomUUID() + "/";
    private PendingStore store;
    private PendingStore other;

    /**
     * A node's store. All that one test opens are over the same data, and are closed by the test class.
     *
     * @throws Exception fails the test
     */
    protected abstract PendingStore open() throws Exception;

    /** Makes the promises' two nodes. */
    @BeforeEach
    void openTwo() throws Exception {
        store = open();
        other = open();
    }

    private static String letters(String start, UUID random) {
        var letters = new StringBuilder(start);
        for (var i = 0; i < KIND_LETTERS; i++) {
            letters.append((char) ('a' + ((random.getLeastSignificantBits() >>> (4 * i)) & 15)));
        }
        return letters.toString();
    }

    private String key(String name) {
        return run + name;
    }

    private long added(String name, Duration dueIn) {
        return store.add(kind, key(name), VALUE, dueIn, MINUTE).orElseThrow();
    }

    private List<PendingEntry> claimed(PendingStore node, Duration lease, int most) {
        return node.claimDue(kind, "node-1", lease, most);
    }

    private PendingEntry claimedInTime(PendingStore node, Duration lease) throws InterruptedException {
        return StoreWait.value(
                "an entry is due", () -> claimed(node, lease, 1).stream().findFirst());
    }

    /** Returns when that time has passed by the store's clock. */
    private void letPass(Duration time) throws InterruptedException {
        store.add(timerKind, key("timer-" + UUID.randomUUID()), VALUE, time, MINUTE);
        StoreWait.value(
                "a timer is due",
                () -> store.claimDue(timerKind, "node-1", MINUTE, 1).stream().findFirst());
    }

    @Test
    void an_entry_is_there_until_it_is_done() {
        var version = added("a", NOW);

        var entry = other.find(key("a")).orElseThrow();
        assertEquals(key("a"), entry.key());
        assertArrayEquals(VALUE, entry.value());
        assertEquals(version, entry.version());
        assertFalse(entry.isFinished());
        assertEquals(Optional.empty(), store.find(key("b")));
    }

    @Test
    void of_one_key_there_is_one_entry() {
        added("a", NOW);

        assertEquals(OptionalLong.empty(), other.add(kind, key("a"), OUTCOME, NOW, MINUTE));
        assertArrayEquals(VALUE, store.find(key("a")).orElseThrow().value());
    }

    @Test
    void nothing_is_claimed_by_a_node_that_wants_none() {
        added("a", NOW);

        assertEquals(List.of(), claimed(store, MINUTE, 0));

        assertEquals(key("a"), claimed(other, MINUTE, 1).get(0).key());
    }

    @Test
    void nothing_is_claimed_before_it_is_due() throws Exception {
        added("a", MINUTE);
        added("b", SHORT);

        assertEquals(key("b"), claimedInTime(other, MINUTE).key());
        assertEquals(List.of(), claimed(other, MINUTE, 10));
    }

    @Test
    void what_has_been_due_for_the_longest_time_is_claimed_first() throws Exception {
        added("c", SHORT.multipliedBy(2));
        added("a", NOW);
        added("b", SHORT);
        letPass(SHORT.multipliedBy(2));

        assertEquals(
                List.of(key("a"), key("b")),
                claimed(other, MINUTE, 2).stream().map(PendingEntry::key).toList());
        assertEquals(
                List.of(key("c")),
                claimed(store, MINUTE, 2).stream().map(PendingEntry::key).toList());
    }

    @Test
    void what_many_claim_at_once_each_gets_once() throws Exception {
        for (var i = 0; i < 200; i++) {
            added("entry-" + i, NOW);
        }

        var claims = Race.of(i -> () -> {
            var mine = new ArrayList<String>();
            for (var part = claimed(i % 2 == 0 ? store : other, MINUTE, 7);
                    !part.isEmpty();
                    part = claimed(i % 2 == 0 ? store : other, MINUTE, 7)) {
                part.forEach(entry -> mine.add(entry.key()));
            }
            return mine;
        });

        var all = claims.stream().flatMap(List::stream).toList();
        // Some may have been locked by another claim when the last one looked; they are due still.
        var rest = claimed(store, MINUTE, 200).stream().map(PendingEntry::key).toList();
        assertEquals(200, all.size() + rest.size());
        var distinct = new HashSet<>(all);
        distinct.addAll(rest);
        assertEquals(200, distinct.size());
    }

    @Test
    void what_a_node_claimed_and_left_is_due_again_after_the_lease() throws Exception {
        added("b", NOW);
        claimedInTime(store, MINUTE);
        added("a", NOW);
        var first = claimedInTime(store, SHORT);

        var second = claimedInTime(other, MINUTE);
        assertEquals(List.of(), claimed(other, MINUTE, 10));

        assertEquals(first.key(), second.key());
        assertTrue(first.version() < second.version());
        assertEquals(OptionalLong.empty(), store.reschedule(key("a"), first.version(), VALUE, NOW));
        assertFalse(store.finish(key("a"), first.version(), OUTCOME, MINUTE));
    }

    @Test
    void a_claim_is_given_back_with_another_value() throws Exception {
        added("a", NOW);
        var claim = claimedInTime(store, MINUTE);

        var version =
                store.reschedule(key("a"), claim.version(), new byte[] {9}, NOW).orElseThrow();

        assertTrue(claim.version() < version);
        var next = claimedInTime(other, MINUTE);
        assertArrayEquals(new byte[] {9}, next.value());
    }

    @Test
    void what_is_put_off_is_due_then() throws Exception {
        added("a", NOW);
        var claim = claimedInTime(store, MINUTE);

        var version = store.reschedule(key("a"), claim.version(), VALUE, MINUTE).orElseThrow();

        assertEquals(List.of(), claimed(store, MINUTE, 10));
        store.reschedule(key("a"), version, VALUE, SHORT).orElseThrow();
        assertEquals(key("a"), claimedInTime(other, MINUTE).key());
    }

    @Test
    void a_claim_is_prolonged() throws Exception {
        added("a", NOW);
        var claim = claimedInTime(store, SHORT);

        assertTrue(store.reschedule(key("a"), claim.version(), VALUE, MINUTE).isPresent());
        letPass(SHORT);

        assertEquals(List.of(), claimed(other, MINUTE, 10));
    }

    @Test
    void what_is_finished_has_an_outcome_and_is_never_due() throws Exception {
        added("a", NOW);
        var claim = claimedInTime(store, SHORT);

        assertTrue(store.finish(key("a"), claim.version(), OUTCOME, MINUTE));
        letPass(SHORT);

        assertEquals(List.of(), claimed(other, MINUTE, 10));
        var entry = other.find(key("a")).orElseThrow();
        assertTrue(entry.isFinished());
        assertArrayEquals(OUTCOME, entry.value());
        assertFalse(store.finish(key("a"), entry.version(), VALUE, MINUTE));
        assertEquals(OptionalLong.empty(), store.reschedule(key("a"), entry.version(), VALUE, NOW));
    }

    @Test
    void of_many_who_finish_at_once_one_does() throws Exception {
        var version = added("a", NOW);

        var finished = Race.of(i ->
                () -> (i % 2 == 0 ? store : other).finish(key("a"), version, new byte[] {(byte) i}, MINUTE));

        assertEquals(1, finished.stream().filter(done -> done).count());
    }

    @Test
    void an_outcome_is_kept_for_its_own_lifetime() throws Exception {
        var version = added("a", NOW);
        store.finish(key("a"), version, OUTCOME, SHORT);
        letPass(SHORT);

        assertEquals(Optional.empty(), other.find(key("a")));
        assertTrue(other.add(kind, key("a"), VALUE, NOW, MINUTE).isPresent());
    }

    @Test
    void an_expired_entry_is_absent_for_every_method() throws Exception {
        var version = store.add(kind, key("a"), VALUE, NOW, SHORT).orElseThrow();
        letPass(SHORT);

        assertEquals(List.of(), claimed(other, MINUTE, 10));
        assertEquals(Optional.empty(), other.find(key("a")));
        assertEquals(0, other.count(kind, 10));
        assertEquals(OptionalLong.empty(), store.reschedule(key("a"), version, VALUE, NOW));
        assertFalse(store.finish(key("a"), version, OUTCOME, MINUTE));
        assertFalse(store.remove(key("a"), version));
    }

    @Test
    void kinds_are_told_apart() {
        added("a", NOW);

        assertEquals(List.of(), store.claimDue("another-kind", "node-1", MINUTE, 10));
        assertEquals(0, store.count("another-kind", 10));
    }

    @Test
    void what_is_not_finished_is_counted_as_far_as_asked() {
        var first = added("a", NOW);
        added("b", MINUTE);
        added("c", MINUTE);

        assertEquals(3, other.count(kind, 10));
        assertEquals(2, other.count(kind, 2));
        store.finish(key("a"), first, OUTCOME, MINUTE);
        assertEquals(2, other.count(kind, 10));
    }

    @Test
    void an_entry_is_removed_by_who_read_it() {
        var first = added("a", NOW);
        var second = store.reschedule(key("a"), first, VALUE, NOW).orElseThrow();

        assertFalse(other.remove(key("a"), first));
        assertTrue(other.remove(key("a"), second));
        assertFalse(store.remove(key("a"), second));
        assertEquals(Optional.empty(), store.find(key("a")));
    }

    @Test
    void a_value_is_a_copy() {
        var mine = VALUE.clone();
        store.add(kind, key("a"), mine, NOW, MINUTE);
        mine[0] = 9;
        store.find(key("a")).orElseThrow().value()[1] = 9;

        assertArrayEquals(VALUE, store.find(key("a")).orElseThrow().value());
    }

    @Test
    void the_store_prints_no_key_and_no_value() {
        store.add(kind, key("secret-key"), "secret-value".getBytes(StandardCharsets.UTF_8), NOW, MINUTE);

        var printed = store.toString() + store.find(key("secret-key"));
        assertFalse(printed.contains("secret-key") || printed.contains("secret-value"), printed);
    }
}
