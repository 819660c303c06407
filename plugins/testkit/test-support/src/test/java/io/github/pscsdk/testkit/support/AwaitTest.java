package io.github.pscsdk.testkit.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AwaitTest {
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void looks_until_the_condition_holds() {
        Await.until("the third look", () -> looks.incrementAndGet() == 3);

        assertEquals(3, looks.get());
    }

    @Test
    void returns_the_value_that_it_waited_for() {
        assertEquals(
                "there",
                Await.value("a value", () -> looks.incrementAndGet() < 3 ? Optional.empty() : Optional.of("there")));
    }

    @Test
    void a_condition_that_throws_fails_the_wait_at_once() {
        var failure = new IOException("gone");

        var thrown = assertThrows(
                IOException.class,
                () -> Await.until("a peer that is gone", () -> {
                    throw failure;
                }));

        assertSame(failure, thrown);
    }

    @Test
    void calls_again_a_peer_that_refuses_at_first() {
        var answer = Await.success("the peer answers", () -> {
            if (looks.incrementAndGet() < 3) {
                throw new IOException("refused");
            }
            return "answer";
        });

        assertEquals("answer", answer);
    }

    @Test
    void an_assertion_may_fail_for_a_while() {
        Await.passes("three", () -> assertEquals(3, looks.incrementAndGet()));
    }

    @Test
    void a_future_fails_with_its_own_failure() {
        var failure = new IOException("gone");

        var thrown =
                assertThrows(IOException.class, () -> Await.outcome("it", CompletableFuture.failedFuture(failure)));

        assertSame(failure, thrown);
    }
}
