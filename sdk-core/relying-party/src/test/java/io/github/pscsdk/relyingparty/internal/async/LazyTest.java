package io.github.pscsdk.relyingparty.internal.async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.pscsdk.testkit.support.Await;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazyTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void a_part_is_made_when_it_is_first_needed() {
        var part = new Lazy<>(made::incrementAndGet);
        assertEquals(0, made.get());

        assertEquals(1, part.get());

        assertEquals(1, part.get());
    }

    @Test
    void who_needs_it_while_it_is_made_waits_for_the_same() throws Exception {
        var isBeingMade = new CountDownLatch(1);
        var mayBeMade = new CountDownLatch(1);
        var part = new Lazy<>(() -> {
            made.incrementAndGet();
            isBeingMade.countDown();
            try {
                mayBeMade.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new Object();
        });
        var first = new FutureTask<>(part::get);
        var second = new FutureTask<>(part::get);
        new Thread(first).start();
        isBeingMade.await();
        var waiting = new Thread(second);
        waiting.start();
        Await.until("the second waits", () -> waiting.getState() == Thread.State.BLOCKED);
        mayBeMade.countDown();

        assertSame(first.get(), second.get());
        assertEquals(1, made.get());
    }
}
