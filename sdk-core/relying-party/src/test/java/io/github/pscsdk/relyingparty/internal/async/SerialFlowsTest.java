package io.github.pscsdk.relyingparty.internal.async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SerialFlowsTest {
    private final SerialFlows<String> turns = new SerialFlows<>();
    private final List<String> begun = new ArrayList<>();

    private CompletableFuture<String> run(String key, String name, CompletableFuture<String> end) {
        return turns.run(key, () -> {
            begun.add(name);
            return end;
        });
    }

    @Test
    void work_of_one_key_waits_for_its_turn() {
        var first = new CompletableFuture<String>();
        run("a", "first", first);
        run("a", "second", new CompletableFuture<>());

        assertEquals(List.of("first"), begun);
        first.complete("done");

        assertEquals(List.of("first", "second"), begun);
    }

    @Test
    void work_of_another_key_does_not_wait() {
        run("a", "first", new CompletableFuture<>());
        run("b", "second", new CompletableFuture<>());

        assertEquals(List.of("first", "second"), begun);
    }

    @Test
    void failed_work_does_not_stop_the_next() {
        var failed = run("a", "first", CompletableFuture.failedFuture(new IllegalStateException("test")));
        var next = run("a", "second", CompletableFuture.completedFuture("done"));

        assertTrue(failed.isCompletedExceptionally());
        assertEquals("done", next.join());
    }

    @Test
    void whoever_gives_up_waiting_does_not_stop_the_work() {
        var work = new CompletableFuture<String>();
        var turn = run("a", "first", work);
        var next = run("a", "second", CompletableFuture.completedFuture("done"));

        turn.cancel(true);

        assertFalse(next.isDone());
        work.complete("done");
        assertEquals("done", next.join());
    }
}
