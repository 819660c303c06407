package io.github.pscsdk.relyingparty.internal.async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CachedValueTest {
    private final VirtualClock time = VirtualClock.standing();
    private final List<CompletableFuture<String>> fetches = new ArrayList<>();
    private final Scheduler timers = Scheduler.of(time, "test");
    private final CachedValue<String> value = new CachedValue<>("a value", this::fetch, Duration.ofHours(1), timers);

    private CompletableFuture<String> fetch() {
        var begun = new CompletableFuture<String>();
        fetches.add(begun);
        return begun;
    }

    private static CompletableFuture<String> failed(CompletableFuture<String> fetch) {
        fetch.completeExceptionally(new IllegalStateException("test"));
        return fetch;
    }

    @Test
    void fifty_who_come_together_share_one_fetch() {
        var waiting = Stream.generate(value::get).limit(50).toList();

        fetches.get(0).complete("found");

        assertEquals(1, fetches.size());
        assertTrue(waiting.stream().allMatch(mine -> "found".equals(mine.join())));
    }

    @Test
    void who_comes_just_when_the_first_fetch_ends_needs_no_other_one() {
        var atNextLook = new AtomicReference<Runnable>(() -> {});
        // Between the look at what is kept and the one at what is under way, the time is asked for.
        var watched = new Scheduler() {
            @Override
            public Runnable after(Duration delay, Runnable task) {
                return timers.after(delay, task);
            }

            @Override
            public Duration elapsed() {
                atNextLook.getAndSet(() -> {}).run();
                return timers.elapsed();
            }

            @Override
            public void close() {
                timers.close();
            }
        };
        var cached = new CachedValue<>("a value", this::fetch, Duration.ofHours(1), watched);
        cached.get();
        atNextLook.set(() -> fetches.get(0).complete("found"));

        assertEquals("found", cached.get().getNow("another fetch"));

        assertEquals(1, fetches.size());
        cached.refetch();
        assertEquals(2, fetches.size(), "whoever wants it anew gets it anew");
    }

    @Test
    void who_comes_while_a_fetch_hangs_shares_nothing_with_it() {
        var first = value.get();
        time.advance(CachedValue.JOINED_FOR);

        var second = value.get();
        fetches.get(1).complete("found");

        assertEquals("found", second.join());
        assertFalse(first.isDone());
        failed(fetches.get(0));
        assertTrue(first.isCompletedExceptionally());
        assertEquals("found", value.get().join(), "the failure takes nothing away");
        assertEquals(2, fetches.size());
    }

    @Test
    void who_comes_soon_after_the_second_fetch_joins_that_one() {
        value.get();
        time.advance(CachedValue.JOINED_FOR);
        value.get();

        value.get();

        assertEquals(2, fetches.size());
    }

    @Test
    void while_every_fetch_hangs_one_begins_in_each_span() {
        for (var second = 0; second < 15; second++) {
            Stream.generate(value::get).limit(50).forEach(mine -> {});
            time.advance(Duration.ofSeconds(1));
        }

        assertEquals(8, fetches.size());
    }

    @Test
    void what_a_fetch_brings_that_hung_does_not_replace_what_is_newer() {
        var first = value.get();
        time.advance(CachedValue.JOINED_FOR);
        value.get();
        fetches.get(1).complete("new");

        fetches.get(0).complete("old");

        assertEquals("old", first.join());
        assertEquals("new", value.get().join());
    }

    @Test
    void who_comes_after_a_failure_begins_anew() {
        value.get();
        failed(fetches.get(0));

        var next = value.get();
        fetches.get(1).complete("found");

        assertEquals("found", next.join());
    }

    @Test
    void a_value_is_old_at_the_end_of_its_age_and_not_before() {
        value.get();
        fetches.get(0).complete("found");
        time.advance(Duration.ofHours(1).minusMillis(1));
        value.get();
        assertEquals(1, fetches.size());
        time.advance(Duration.ofMillis(1));

        assertEquals("found", value.get().join());

        assertEquals(2, fetches.size());
    }
}
