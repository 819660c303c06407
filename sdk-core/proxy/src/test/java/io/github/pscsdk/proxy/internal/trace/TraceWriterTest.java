package io.github.pscsdk.proxy.internal.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.Await;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.TraceEntry;
import io.github.pscsdk.sessionstore.TracePosition;
import io.github.pscsdk.sessionstore.TraceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Traces that wait together are appended together, over a store that takes its time. */
class TraceWriterTest {
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile boolean isAway;
    private volatile boolean isBusy;
    private final TraceWriter writer = new TraceWriter(new SlowStore(), Duration.ofSeconds(20));

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
            batches.add(entries.size());
        }

        @Override
        public List<TraceEntry> read(TracePosition after, Instant before, int most) {
            return List.of();
        }

        @Override
        public int removeOlderThan(Duration age, int most) {
            return 0;
        }
    }

    @AfterEach
    void close() {
        held.countDown();
        writer.close();
    }

    private static TraceEntry trace() {
        return TraceEntry.of(new TracePosition(Instant.EPOCH, UUID.randomUUID()), new byte[1]);
    }

    private List<CompletableFuture<Void>> append(int traces) {
        var all = new ArrayList<CompletableFuture<Void>>();
        for (var i = 0; i < traces; i++) {
            all.add(writer.append(trace()));
        }
        return all;
    }

    private void awaitBusy() throws Exception {
        Await.until(() -> isBusy);
    }

    @Test
    void what_comes_while_the_store_writes_is_written_at_once_afterwards() throws Exception {
        held = new CountDownLatch(1);
        var first = writer.append(trace());
        awaitBusy();
        var others = append(TraceStore.MOST_AT_ONCE + 50);
        assertTrue(others.stream().noneMatch(CompletableFuture::isDone));

        held.countDown();
        first.get(10, TimeUnit.SECONDS);
        for (var other : others) {
            other.get(10, TimeUnit.SECONDS);
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
            var failure = assertThrows(ExecutionException.class, () -> trace.get(10, TimeUnit.SECONDS));
            assertInstanceOf(StoreException.class, failure.getCause());
        }
        isAway = false;
        writer.append(trace()).get(10, TimeUnit.SECONDS);

        assertEquals(List.of(1), batches);
    }

    @Test
    void whoever_waits_is_told_in_time_and_their_trace_is_not_written_later() throws Exception {
        try (var impatient = new TraceWriter(new SlowStore(), Duration.ofSeconds(3))) {
            held = new CountDownLatch(1);
            var first = impatient.append(trace());
            awaitBusy();
            var second = impatient.append(trace());

            for (var late : List.of(first, second)) {
                var failure = assertThrows(ExecutionException.class, () -> late.get(10, TimeUnit.SECONDS));
                assertInstanceOf(TimeoutException.class, failure.getCause());
            }
            held.countDown();
            Await.until(() -> batches.size() == 1);
        }
        assertEquals(List.of(1), batches);
    }

    @Test
    void what_waits_at_the_end_is_written_and_what_comes_later_is_refused() throws Exception {
        held = new CountDownLatch(1);
        var first = writer.append(trace());
        awaitBusy();
        var second = writer.append(trace());
        var closing = CompletableFuture.runAsync(writer::close);
        held.countDown();
        closing.get(10, TimeUnit.SECONDS);

        assertTrue(first.isDone() && second.isDone());
        assertEquals(List.of(1, 1), batches);
        assertTrue(writer.append(trace()).isCompletedExceptionally());
    }

    @Test
    void a_caller_who_is_interrupted_disturbs_nobody() throws Exception {
        Thread.currentThread().interrupt();
        var kept = writer.append(trace());
        assertTrue(Thread.interrupted(), "the interruption is left to the caller");

        kept.get(10, TimeUnit.SECONDS);
        assertEquals(List.of(1), batches);
    }

    @Test
    void when_too_many_wait_the_next_one_is_told_at_once() throws Exception {
        held = new CountDownLatch(1);
        append(1);
        awaitBusy();
        var waiting = append(TraceWriter.MOST_WAITING);

        assertTrue(writer.append(trace()).isCompletedExceptionally());

        held.countDown();
        waiting.get(TraceWriter.MOST_WAITING - 1).get(10, TimeUnit.SECONDS);
    }
}
