package io.github.pscsdk.proxy.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.StoredEntry;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.Scheduler;
import io.github.pscsdk.time.VirtualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is looked after, and that somebody empties. */
class StoreWatchTest {
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    private final VirtualClock time = VirtualClock.standing();
    private final Emptied store = new Emptied();

    private final class Emptied implements SessionStore {
        private final AtomicInteger written = new AtomicInteger();
        private volatile SessionStore content = SessionStore.inMemory(time);

        void empty() {
            written.set(0);
            content = SessionStore.inMemory(time);
        }

        @Override
        public Instant now() {
            return content.now();
        }

        @Override
        public Optional<StoredEntry> find(String key) {
            return content.find(key);
        }

        @Override
        public OptionalLong putIfAbsent(String key, byte[] value, Duration lifetime) {
            var version = content.putIfAbsent(key, value, lifetime);
            written.addAndGet(version.isPresent() ? 1 : 0);
            return version;
        }

        @Override
        public OptionalLong compareAndSet(String key, long version, byte[] value, Duration lifetime) {
            return content.compareAndSet(key, version, value, lifetime);
        }

        @Override
        public boolean extend(String key, Duration lifetime) {
            return content.extend(key, lifetime);
        }

        @Override
        public boolean remove(String key, long version) {
            return content.remove(key, version);
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
            Await.until("the node has looked again", () -> {
                time.advance(BETWEEN);
                return store.written.get() == 2;
            });

            assertRefused();
            assertEquals(Optional.empty(), watch.problem());
        }
    }

    private void assertRefused() {
        var refused = assertThrows(StoreException.class, () -> with("two").check());

        assertEquals(LoginProblem.STORE_UNREADABLE, refused.problem());
    }
}
