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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of a {@link SessionStore} about work that has to be done later. */
abstract class WorkContract {
    private static final Duration NOW = Duration.ZERO;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final byte[] VALUE = {1, 2, 3};
    private static final byte[] OUTCOME = {4};
    private static final int KIND_LETTERS = 12;

    private final String kind = letters("kind-", UUID.randomUUID());
    private final String timerKind = letters("timer-", UUID.randomUUID());
    private final String run = "contract/" + UUID.randomUUID() + "/";
    SessionStore store;
    SessionStore other;

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

    private static String letters(String start, UUID random) {
        var letters = new StringBuilder(start);
        for (var i = 0; i < KIND_LETTERS; i++) {
            letters.append((char) ('a' + ((random.getLeastSignificantBits() >>> (4 * i)) & 15)));
        }
        return letters.toString();
    }

    final SessionStore node(int runner) {
        return runner % 2 == 0 ? store : other;
    }

    final String key(String name) {
        return run + name;
    }

    private static EntryContent of(byte[] value, Duration lifetime) {
        return EntryContent.of(value, lifetime);
    }

    private long added(String name, Duration dueIn) {
        return add(store, name, of(VALUE, MINUTE).due(kind, dueIn)).orElseThrow();
    }

    private OptionalLong add(SessionStore node, String name, EntryContent content) {
        return node.write(key(name), SessionStore.ABSENT, content);
    }

    private OptionalLong reschedule(String name, long version, byte[] value, Duration dueIn) {
        return store.write(key(name), version, of(value, MINUTE).due(kind, dueIn));
    }

    private boolean finish(SessionStore node, String name, long version, byte[] outcome) {
        return node.write(key(name), version, of(outcome, MINUTE)).isPresent();
    }

    private List<StoredEntry> claimed(SessionStore node, Duration lease, int most) {
        return node.claimDue(kind, "node-1", lease, most);
    }

    private StoredEntry claimedInTime(SessionStore node, Duration lease) throws InterruptedException {
        return StoreWait.value(
                "an entry is due", () -> claimed(node, lease, 1).stream().findFirst());
    }

    /** Returns when that time has passed by the store's clock. */
    private void letPass(Duration time) throws InterruptedException {
        add(store, "timer-" + UUID.randomUUID(), of(VALUE, MINUTE).due(timerKind, time));
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
        assertTrue(entry.isPending());
    }

    @Test
    void nothing_is_claimed_by_a_node_that_wants_none() {
        added("a", NOW);

        assertEquals(List.of(), claimed(store, MINUTE, 0));

        assertEquals(key("a"), claimed(other, MINUTE, 1).get(0).key());
    }

    @Test
    void nothing_is_claimed_that_has_expired() throws Exception {
        add(store, "a", of(VALUE, SHORT).due(kind, NOW)).orElseThrow();

        letPass(SHORT.multipliedBy(2));

        assertEquals(List.of(), claimed(other, MINUTE, 10));
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
        // Added first, and due last, however slow the machine is.
        var version = added("a", MINUTE);
        added("b", NOW);
        letPass(SHORT);
        store.write(key("a"), version, of(VALUE, MINUTE).due(kind, NOW)).orElseThrow();

        assertEquals(key("b"), claimed(other, MINUTE, 1).get(0).key());
        assertEquals(key("a"), claimed(store, MINUTE, 1).get(0).key());
    }

    @Test
    void what_many_claim_at_once_each_gets_once() throws Exception {
        for (var i = 0; i < 200; i++) {
            added("entry-" + i, NOW);
        }

        var claims = Race.of(i -> () -> {
            var mine = new ArrayList<String>();
            for (var part = claimed(node(i), MINUTE, 7); !part.isEmpty(); part = claimed(node(i), MINUTE, 7)) {
                part.forEach(entry -> mine.add(entry.key()));
            }
            return mine;
        });

        var all = claims.stream().flatMap(List::stream).toList();
        // Some may have been locked by another claim when the last one looked; they are due still.
        var rest = claimed(store, MINUTE, 200).stream().map(StoredEntry::key).toList();
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
        assertEquals(OptionalLong.empty(), reschedule("a", first.version(), VALUE, NOW));
        assertFalse(finish(store, "a", first.version(), OUTCOME));
    }

    @Test
    void a_claim_is_given_back_with_another_value() throws Exception {
        added("a", NOW);
        var claim = claimedInTime(store, MINUTE);

        var version = reschedule("a", claim.version(), new byte[] {9}, NOW).orElseThrow();

        assertTrue(claim.version() < version);
        var next = claimedInTime(other, MINUTE);
        assertArrayEquals(new byte[] {9}, next.value());
    }

    @Test
    void what_is_put_off_is_due_then() throws Exception {
        added("a", NOW);
        var claim = claimedInTime(store, MINUTE);

        var version = reschedule("a", claim.version(), VALUE, MINUTE).orElseThrow();

        assertEquals(List.of(), claimed(store, MINUTE, 10));
        reschedule("a", version, VALUE, SHORT).orElseThrow();
        assertEquals(key("a"), claimedInTime(other, MINUTE).key());
    }

    @Test
    void a_claim_is_prolonged() throws Exception {
        added("a", NOW);
        var claim = claimedInTime(store, SHORT);

        assertTrue(reschedule("a", claim.version(), VALUE, MINUTE).isPresent());
        letPass(SHORT);

        assertEquals(List.of(), claimed(other, MINUTE, 10));
    }

    @Test
    void what_is_finished_has_an_outcome_and_is_never_due() throws Exception {
        added("a", NOW);
        var claim = claimedInTime(store, SHORT);

        assertTrue(finish(store, "a", claim.version(), OUTCOME));
        letPass(SHORT);

        assertEquals(List.of(), claimed(other, MINUTE, 10));
        var entry = other.find(key("a")).orElseThrow();
        assertFalse(entry.isPending());
        assertArrayEquals(OUTCOME, entry.value());
    }

    @Test
    void of_many_who_finish_at_once_one_does() throws Exception {
        var version = added("a", NOW);

        var finished = Race.of(i -> () -> finish(node(i), "a", version, new byte[] {(byte) i}));

        assertEquals(1, finished.stream().filter(done -> done).count());
    }

    @Test
    void an_outcome_is_kept_for_its_own_lifetime() throws Exception {
        var version = added("a", NOW);
        store.write(key("a"), version, of(OUTCOME, SHORT));
        letPass(SHORT);

        assertEquals(Optional.empty(), other.find(key("a")));
        assertTrue(add(other, "a", of(VALUE, MINUTE).due(kind, NOW)).isPresent());
    }

    @Test
    void an_expired_entry_is_absent_for_every_method() throws Exception {
        var version = add(store, "a", of(VALUE, SHORT).due(kind, NOW)).orElseThrow();
        letPass(SHORT);

        assertEquals(List.of(), claimed(other, MINUTE, 10));
        assertEquals(Optional.empty(), other.find(key("a")));
        assertEquals(OptionalLong.empty(), reschedule("a", version, VALUE, NOW));
        assertFalse(finish(store, "a", version, OUTCOME));
        assertFalse(store.remove(key("a"), version));
    }

    @Test
    void what_takes_the_place_of_an_expired_entry_has_nothing_of_its_work() throws Exception {
        add(store, "a", of(VALUE, SHORT).due(kind, NOW));
        letPass(SHORT);

        add(other, "a", of(VALUE, MINUTE));

        assertEquals(List.of(), claimed(store, MINUTE, 10));
        assertFalse(store.find(key("a")).orElseThrow().isPending());
    }

    @Test
    void kinds_are_told_apart() {
        added("a", NOW);

        assertEquals(List.of(), store.claimDue("another-kind", "node-1", MINUTE, 10));
    }

    @Test
    void what_was_removed_is_not_due() throws Exception {
        var version = added("a", NOW);

        assertTrue(other.remove(key("a"), version));

        assertEquals(List.of(), claimed(store, MINUTE, 10));
    }

    @Test
    void an_entry_may_be_of_another_kind_from_a_write_on() throws Exception {
        var version = added("a", MINUTE);
        var another = timerKind;

        store.write(key("a"), version, of(VALUE, MINUTE).due(another, NOW));

        assertEquals(List.of(), claimed(other, MINUTE, 10));
        assertEquals(
                key("a"),
                StoreWait.value(
                                "it is due",
                                () -> other.claimDue(another, "node-1", MINUTE, 10).stream()
                                        .findFirst())
                        .key());
    }

    @Test
    void a_claim_tells_when_the_entry_expires_and_a_longer_life_changes_nothing_of_it() throws Exception {
        added("a", NOW);
        var claim = claimedInTime(store, MINUTE);
        assertTrue(other.extend(key("a"), MINUTE.multipliedBy(2)));

        var entry = store.find(key("a")).orElseThrow();
        assertTrue(claim.expiresAt().isBefore(entry.expiresAt()));
        assertEquals(claim.version(), entry.version());
        assertTrue(entry.isPending());
        assertEquals(List.of(), claimed(other, MINUTE, 10));
    }
}
