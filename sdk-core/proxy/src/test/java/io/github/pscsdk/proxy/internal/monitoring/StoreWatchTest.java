package io.github.pscsdk.proxy.internal.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.LogRecorder;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.testkit.internal.InterceptedStore;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is looked after, and that somebody empties. */
class StoreWatchTest {
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    private final VirtualClock time = VirtualClock.standing();
    private final Emptied store = new Emptied(SessionStore.inMemory(time));

    private static final class Emptied extends InterceptedStore {
        private final SessionStore content;
        private final Set<String> keys = ConcurrentHashMap.newKeySet();
        private final AtomicInteger written = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private volatile Optional<String> failure = Optional.empty();

        Emptied(SessionStore content) {
            super(content);
            this.content = content;
        }

        void empty() {
            keys.forEach(content::take);
            written.set(0);
        }

        @Override
        public OptionalLong write(String key, long version, EntryContent content) {
            var written = super.write(key, version, content);
            this.written.addAndGet(version == ABSENT && written.isPresent() ? 1 : 0);
            return written;
        }

        @Override
        protected <T> T call(Call call, String about, Supplier<T> work) {
            if (call == Call.WRITE) {
                keys.add(about);
            }
            if (failure.isPresent()) {
                refused.incrementAndGet();
                throw StoreException.unavailable(failure.get(), null);
            }
            return work.get();
        }

        @Override
        public boolean isInProcess() {
            return false;
        }
    }

    private SessionStore with(String ring) throws Exception {
        var file = folder.resolve(ring);
        if (!Files.exists(file)) {
            Files.writeString(file, KeyRing.draw(ring));
        }
        return store.encrypted(KeyRing.read(file));
    }

    @Test
    void a_node_with_another_key_ring_is_refused_whenever_it_begins_also_after_the_store_was_emptied()
            throws Exception {
        var timers = Scheduler.of(time, "watch");
        try (var watch = StoreWatch.of(with("one"), Optional.empty(), timers)) {
            assertRefused();

            store.empty();
            lookUntil(() -> store.written.get() == 2);

            assertRefused();
            assertEquals(Optional.empty(), watch.problem());
        }
    }

    private void assertRefused() {
        var refused = assertThrows(StoreException.class, () -> with("two").check());

        assertEquals(LoginProblem.STORE_UNREADABLE, refused.problem());
    }

    @Test
    void a_store_that_is_away_is_told_once_each_time() throws Exception {
        var timers = Scheduler.of(time, "watch");
        try (var log = new LogRecorder();
                var watch = StoreWatch.of(with("one"), Optional.empty(), timers)) {
            for (var times = 1; times < 3; times++) {
                store.failure = Optional.of("away in a test of the watch");
                store.refused.set(0);
                lookUntil(() -> store.refused.get() > 3);
                assertEquals(times, told(log));

                store.failure = Optional.empty();
                lookUntil(() -> watch.problem().isEmpty());
            }
        }
    }

    private void lookUntil(Callable<Boolean> condition) {
        Await.until("the node has looked again", () -> {
            time.advance(BETWEEN);
            return condition.call();
        });
    }

    private static long told(LogRecorder log) {
        return log.lines().stream()
                .filter(line -> line.contains("away in a test of the watch"))
                .count();
    }
}
