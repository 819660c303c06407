package io.github.pscsdk.relyingparty.internal.async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
    private final SingleFlight<String, String> joined = new SingleFlight<>();
    private final List<String> begun = new ArrayList<>();

    private CompletableFuture<String> run(String key, String name, CompletableFuture<String> end) {
        return joined.run(key, () -> {
            begun.add(name);
            return end;
        });
    }

    @Test
    void the_second_joins_the_first() {
        var work = new CompletableFuture<String>();
        var first = run("a", "first", work);
        var second = run("a", "second", new CompletableFuture<>());

        work.complete("done");

        assertEquals(List.of("first"), begun);
        assertEquals("done", first.join());
        assertEquals("done", second.join());
    }

    @Test
    void the_second_shares_the_failure_of_the_first() {
        var work = new CompletableFuture<String>();
        run("a", "first", work);
        var second = run("a", "second", new CompletableFuture<>());
        var failure = new IllegalStateException("test");

        work.completeExceptionally(failure);

        assertEquals(
                failure, assertThrows(CompletionException.class, second::join).getCause());
    }

    @Test
    void who_comes_after_the_end_begins_anew() {
        run("a", "first", CompletableFuture.completedFuture("done"));

        assertEquals(
                "again",
                run("a", "second", CompletableFuture.completedFuture("again")).join());
    }

    @Test
    void who_is_told_of_the_end_may_begin_anew_at_once() {
        var work = new CompletableFuture<String>();
        var chained = run("a", "first", work)
                .thenCompose(done -> run("a", "second", CompletableFuture.completedFuture("again")));

        work.complete("done");

        assertEquals("again", chained.join());
    }

    @Test
    void another_key_has_a_flow_of_its_own() {
        run("a", "first", new CompletableFuture<>());
        run("b", "second", new CompletableFuture<>());

        assertEquals(List.of("first", "second"), begun);
    }

    @Test
    void work_that_throws_does_not_block_its_key() {
        var thrown = joined.run("a", () -> {
            throw new IllegalStateException("test");
        });

        assertThrows(CompletionException.class, thrown::join);
        assertEquals(
                "done",
                run("a", "second", CompletableFuture.completedFuture("done")).join());
    }

    @Test
    void whoever_gives_up_waiting_does_not_stop_the_others() {
        var work = new CompletableFuture<String>();
        var first = run("a", "first", work);
        var second = run("a", "second", new CompletableFuture<>());

        first.cancel(true);

        assertFalse(second.isDone());
        work.complete("done");
        assertEquals("done", second.join());
    }
}
