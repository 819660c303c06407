package io.github.pscsdk.sessionstore.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.sessionstore.testkit.internal.Race;
import io.github.pscsdk.tracestore.TraceEntry;
import io.github.pscsdk.tracestore.TracePosition;
import io.github.pscsdk.tracestore.TraceStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The promises of a {@link TraceStore}. The store of each test is empty, holds a thousand traces at least, and has a
 * clock that tells the time of day.
 */
public abstract class TraceStoreContract {
    private static final byte[] VALUE = {1, 2, 3};
    private static final Duration WEEK = Duration.ofDays(7);

    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    private TraceStore store;
    private TraceStore other;

    /**
     * A node's store. All that one test opens are over the same data, which no other test has, and are closed by the
     * test class.
     *
     * @throws Exception fails the test
     */
    protected abstract TraceStore open() throws Exception;

    /** Makes the promises' two nodes. */
    @BeforeEach
    void openTwo() throws Exception {
        store = open();
        other = open();
    }

    private static TraceEntry trace(Instant time, byte... value) {
        return TraceEntry.of(new TracePosition(time, UUID.randomUUID()), value);
    }

    private List<TraceEntry> all(TraceStore node) {
        return node.read(TracePosition.endOf(now.minus(WEEK)), now.plus(WEEK), 1_000);
    }

    private static List<TracePosition> positions(List<TraceEntry> traces) {
        return traces.stream().map(TraceEntry::position).toList();
    }

    @Test
    void what_is_appended_at_once_is_read_on_every_node_as_it_was() {
        var first = trace(now, VALUE);
        var second = trace(now.plus(1, ChronoUnit.MICROS));
        store.append(List.of(second, first));

        for (var node : List.of(store, other)) {
            var read = all(node);
            assertEquals(List.of(first.position(), second.position()), positions(read));
            assertArrayEquals(VALUE, read.get(0).value());
            assertEquals(0, read.get(1).value().length);
        }
    }

    @Test
    void nothing_appended_is_nothing_kept() {
        store.append(List.of());

        assertEquals(List.of(), all(other));
    }

    @Test
    void a_value_may_be_as_large_as_said_and_as_many_come_at_once_as_said() {
        var value = new byte[TraceStore.LARGEST_VALUE];
        new Random(1).nextBytes(value);
        store.append(List.of(trace(now, value)));
        store.append(IntStream.range(1, TraceStore.MOST_AT_ONCE + 1)
                .mapToObj(i -> trace(now.plusMillis(i), VALUE))
                .toList());

        var read = all(other);
        assertEquals(TraceStore.MOST_AT_ONCE + 1, read.size());
        assertArrayEquals(value, read.get(0).value());
    }

    @Test
    void both_ends_of_a_period_are_outside() {
        var traces = List.of(trace(now), trace(now.plusMillis(1)), trace(now.plusMillis(2)));
        store.append(traces);

        assertEquals(
                List.of(traces.get(1).position()),
                positions(other.read(TracePosition.endOf(now), now.plusMillis(2), 10)));
    }

    /** As a signed number, the second one would come first. */
    @Test
    void ids_are_in_the_order_of_their_texts() {
        var texts = Stream.of(
                        "00000000-0000-4000-8000-000000000000",
                        "7fffffff-ffff-4fff-8fff-ffffffffffff",
                        "80000000-0000-4000-8000-000000000000",
                        "80000000-0000-4000-bfff-ffffffffffff",
                        "ffffffff-ffff-4fff-bfff-ffffffffffff")
                .map(UUID::fromString)
                .toList();
        var shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, new Random(2));
        store.append(shuffled.stream()
                .map(id -> TraceEntry.of(new TracePosition(now, id), VALUE))
                .toList());

        assertEquals(
                texts, positions(all(other)).stream().map(TracePosition::id).toList());
    }

    @Test
    void page_by_page_each_trace_is_read_once_also_of_those_at_the_same_time() {
        var kept = new ArrayList<TraceEntry>();
        for (var i = 0; i < 100; i++) {
            kept.add(trace(now.plusMillis(i / 40), VALUE));
        }
        Collections.shuffle(kept, new Random(3));
        store.append(kept.subList(0, 50));
        other.append(kept.subList(50, 100));

        var read = new ArrayList<TracePosition>();
        var after = TracePosition.endOf(now.minusMillis(1));
        List<TraceEntry> page;
        do {
            page = (read.size() % 2 == 0 ? store : other).read(after, now.plus(WEEK), 7);
            read.addAll(positions(page));
            after = read.get(read.size() - 1);
        } while (page.size() == 7);

        assertEquals(positions(kept).stream().sorted().toList(), read);
    }

    @Test
    void what_all_nodes_append_at_once_is_all_there() throws Exception {
        Race.of(runner -> () -> {
            for (var i = 0; i < 10; i++) {
                (runner % 2 == 0 ? store : other).append(List.of(trace(now, VALUE), trace(now, VALUE)));
            }
            return null;
        });

        assertEquals(8 * 20, all(store).size());
    }

    @Test
    void what_is_too_old_is_removed_in_batches_the_oldest_first_and_nothing_else() {
        var old = IntStream.range(0, 5)
                .mapToObj(i -> trace(now.minus(Duration.ofDays(2)).plusSeconds(i), VALUE))
                .toList();
        var young = trace(now.minus(Duration.ofHours(12)), VALUE);
        store.append(old);
        store.append(List.of(young));

        assertEquals(3, other.removeOlderThan(Duration.ofDays(1), 3));
        assertEquals(List.of(old.get(3).position(), old.get(4).position(), young.position()), positions(all(store)));
        assertEquals(2, other.removeOlderThan(Duration.ofDays(1), 3));
        assertEquals(0, store.removeOlderThan(Duration.ofDays(1), 3));
        assertEquals(List.of(young.position()), positions(all(store)));
    }

    @Test
    void all_nodes_may_remove_at_once() throws Exception {
        var young = trace(now, VALUE);
        store.append(List.of(young));
        store.append(IntStream.range(0, TraceStore.MOST_AT_ONCE)
                .mapToObj(i -> trace(now.minus(Duration.ofDays(2)).plusMillis(i), VALUE))
                .toList());

        var removed = Race.of(runner -> () -> {
            var mine = 0;
            for (var i = 0; i < 5; i++) {
                mine += (runner % 2 == 0 ? store : other).removeOlderThan(Duration.ofDays(1), 10);
            }
            return mine;
        });

        // Of two who want the same ones, one removes them.
        var all = removed.stream().mapToInt(Integer::intValue).sum();
        assertTrue(all >= 50, () -> all + " were removed");
        assertEquals(TraceStore.MOST_AT_ONCE - all, store.removeOlderThan(Duration.ofDays(1), 1_000));
        assertEquals(List.of(young.position()), positions(all(other)));
    }

    @Test
    void a_value_is_a_copy() {
        var mine = VALUE.clone();
        store.append(List.of(trace(now, mine)));
        mine[0] = 9;
        all(store).get(0).value()[1] = 9;

        assertArrayEquals(VALUE, all(store).get(0).value());
    }

    @Test
    void the_store_prints_no_value() {
        store.append(List.of(trace(now, "secret-value".getBytes(StandardCharsets.UTF_8))));

        var printed = store.toString() + all(store);
        assertFalse(printed.contains("secret-value"), printed);
    }

    @Test
    void a_time_long_ago_and_one_far_ahead_are_periods_too() {
        store.append(List.of(trace(now, VALUE)));

        assertEquals(
                1, other.read(TracePosition.endOf(Instant.MIN), Instant.MAX, 10).size());
        assertTrue(other.read(TracePosition.endOf(Instant.MAX), Instant.MAX, 10).isEmpty());
    }

    @Test
    void a_store_that_can_be_used_says_so() {
        store.check();
        other.check();
    }
}
