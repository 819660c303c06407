package io.github.pscsdk.proxy.internal.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.json.JsonView;
import io.github.pscsdk.proxy.internal.session.Callers.Caller;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ThreadPerTaskExecutor;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import io.github.pscsdk.tracestore.TraceEntry;
import io.github.pscsdk.tracestore.TracePosition;
import io.github.pscsdk.tracestore.TraceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Traces that wait together are appended together, over a store that takes its time. */
class TraceJournalTest {
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile List<TraceEntry> last = List.of();
    private volatile boolean isAway;
    private volatile boolean isBusy;
    private volatile boolean isFullOfOldOnes;
    private volatile int removals;
    private final VirtualClock clock = VirtualClock.standing();
    private final TraceJournal journal =
            new TraceJournal(new SlowStore(), Runnable::run, clock, Scheduler.of(clock, "traces"));

    private final class SlowStore implements TraceStore {
        @Override
        public void append(List<TraceEntry> entries) {
            isBusy = true;
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (isAway) {
                throw StoreException.unavailable("away", null);
            }
            last = entries;
            batches.add(entries.size());
        }

        @Override
        public List<TraceEntry> read(TracePosition after, Instant before, int most) {
            return List.of();
        }

        @Override
        public int removeOlderThan(Duration age, int most) {
            removals++;
            return isFullOfOldOnes ? most : most - 1;
        }
    }

    @AfterEach
    void close() {
        held.countDown();
        journal.close();
    }

    private static TraceEntry trace() {
        return TraceEntry.of(new TracePosition(Instant.EPOCH, UUID.randomUUID()), new byte[1]);
    }

    private List<CompletableFuture<Void>> append(int traces) {
        var all = new ArrayList<CompletableFuture<Void>>();
        for (var i = 0; i < traces; i++) {
            all.add(journal.append(trace()));
        }
        return all;
    }

    private void awaitBusy() throws Exception {
        Await.until("the store writes", () -> isBusy);
    }

    @Test
    void what_comes_while_the_store_writes_is_written_at_once_afterwards() throws Exception {
        held = new CountDownLatch(1);
        var first = journal.append(trace());
        awaitBusy();
        var others = append(TraceStore.MOST_AT_ONCE + 50);
        assertTrue(others.stream().noneMatch(CompletableFuture::isDone));

        held.countDown();
        Await.outcome("the first trace is kept", first);
        for (var other : others) {
            Await.outcome("the others are kept", other);
        }

        assertEquals(List.of(1, TraceStore.MOST_AT_ONCE, 50), batches);
    }

    @Test
    void a_failure_is_told_to_all_who_waited_for_that_batch_and_to_nobody_after_it() throws Exception {
        isAway = true;
        held = new CountDownLatch(1);
        var lost = new ArrayList<>(append(1));
        awaitBusy();
        lost.addAll(append(10));

        held.countDown();
        for (var trace : lost) {
            assertThrows(StoreException.class, () -> Await.outcome("its loss is told", trace));
        }
        isAway = false;
        Await.outcome("the next trace is kept", journal.append(trace()));

        assertEquals(List.of(1), batches);
    }

    @Test
    void whoever_waits_is_told_in_time_and_their_trace_is_not_written_later() throws Exception {
        held = new CountDownLatch(1);
        var first = journal.append(trace());
        awaitBusy();
        var second = journal.append(trace());
        clock.advance(TraceJournal.LIMIT.minusMillis(1));
        assertFalse(first.isDone() || second.isDone());

        clock.advance(Duration.ofMillis(1));

        for (var late : List.of(first, second)) {
            assertThrows(TimeoutException.class, () -> Await.outcome("its loss is told", late));
        }
        held.countDown();
        // One thread writes, in order: the trace that nobody waits for would be written before the next one.
        Await.outcome("the next trace is kept", journal.append(trace()));
        assertEquals(List.of(1, 1), batches);
    }

    @Test
    void where_nobody_waits_any_more_nothing_is_written() throws Exception {
        held = new CountDownLatch(1);
        journal.append(trace());
        awaitBusy();
        journal.append(trace());
        clock.advance(TraceJournal.LIMIT);

        held.countDown();
        journal.close();

        assertEquals(List.of(1), batches);
    }

    @Test
    void old_traces_are_removed_batch_by_batch_as_long_as_there_are_more_and_for_a_while() {
        journal.removeOlderThan(Duration.ofDays(1));
        assertEquals(1, removals);

        isFullOfOldOnes = true;
        journal.removeOlderThan(Duration.ofDays(1));
        assertEquals(1 + TraceJournal.REMOVALS, removals);
    }

    @Test
    void what_waits_at_the_end_is_written_and_what_comes_later_is_refused() throws Exception {
        held = new CountDownLatch(1);
        var first = journal.append(trace());
        awaitBusy();
        var second = journal.append(trace());
        var closing = CompletableFuture.runAsync(journal::close, ThreadPerTaskExecutor.INSTANCE);
        held.countDown();
        Await.outcome("the journal is closed", closing);

        assertTrue(first.isDone() && second.isDone());
        assertEquals(List.of(1, 1), batches);
        assertTrue(journal.append(trace()).isCompletedExceptionally());
    }

    @Test
    void a_caller_who_is_interrupted_disturbs_nobody() throws Exception {
        Thread.currentThread().interrupt();
        var kept = journal.append(trace());
        assertTrue(Thread.interrupted(), "the interruption is left to the caller");

        Await.outcome("the trace is kept", kept);
        assertEquals(List.of(1), batches);
    }

    @Test
    void a_long_name_is_cut_between_two_characters() throws Exception {
        var odd = "x" + "\uD83D\uDE00".repeat(64);

        Await.outcome(
                "the trace is kept",
                journal.failure(
                        new Caller.Origin("192.0.2.1", List.of()),
                        Optional.of(odd),
                        Optional.of(odd + odd),
                        Optional.empty()));

        var written = JsonView.of(last.get(0).value());
        assertEquals(odd.substring(0, 127), written.text("/clientId"));
        assertEquals(odd.substring(0, 127), written.text("/IdRPPS"));
    }

    @Test
    void when_too_many_wait_the_next_one_is_told_at_once() throws Exception {
        held = new CountDownLatch(1);
        append(1);
        awaitBusy();
        var waiting = append(TraceJournal.MOST_WAITING);

        assertTrue(journal.append(trace()).isCompletedExceptionally());

        held.countDown();
        Await.outcome("the last trace is kept", waiting.get(TraceJournal.MOST_WAITING - 1));
    }
}
