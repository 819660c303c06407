package io.github.pscsdk.workstation.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.workstation.internal.login.AuthenticatorRegistry.AttemptLock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AttemptLockTest {
    private static final Duration LIMIT = AttemptLock.LIMIT;

    private final VirtualClock clock = VirtualClock.standing();

    @AutoClose
    private final EngineThreads threads = new EngineThreads(clock);

    private final AttemptLock lock = new AttemptLock();

    @Test
    void one_that_waits_gets_the_lock_as_soon_as_the_one_before_has_ended() throws Exception {
        var first = lock.tryLock(threads).orElseThrow();
        var second = begun();

        first.run();

        var unlock = Await.result("the lock is given", second).orElseThrow();
        var third = begun();
        unlock.run();
        assertTrue(Await.result("the lock is given on", third).isPresent());
    }

    @Test
    void one_whose_limit_is_over_is_refused_and_takes_nothing_with_it() throws Exception {
        var first = lock.tryLock(threads).orElseThrow();
        var second = begun();

        clock.advance(LIMIT);

        assertEquals(Optional.empty(), Await.result("the wait ends", second));
        first.run();
        assertTrue(lock.tryLock(threads).isPresent());
    }

    @Test
    void one_that_is_interrupted_takes_nothing_with_it() throws Exception {
        var first = lock.tryLock(threads).orElseThrow();

        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> lock.tryLock(threads));

        first.run();
        assertTrue(lock.tryLock(threads).isPresent());
    }

    /** Waits for the lock on a thread of its own. */
    private FutureTask<Optional<Runnable>> begun() {
        var work = new FutureTask<>(() -> lock.tryLock(threads));
        var thread = new Thread(work, "attempt");
        thread.setDaemon(true);
        thread.start();
        Await.until("another attempt waits or has the lock", () -> work.isDone() || clock.hasTaskWithin(LIMIT));
        assertFalse(work.isDone(), "it waits");
        return work;
    }
}
