package io.github.pscsdk.proxy.internal.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.admission.Admission.Limit;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.AttemptLimits;
import io.github.pscsdk.proxy.internal.store.StoreAccess;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What two nodes count together. */
class CountedAttemptsTest {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MANY = 48;
    private static final Optional<Duration> WELCOME = Optional.empty();

    private final VirtualClock clock = VirtualClock.standing();
    private final SessionStore store = SessionStore.inMemory(clock);
    private final Scheduler timers = Scheduler.of(clock, "admission");
    private final Admission first = admission(store);
    private final Admission second = admission(store);

    private Admission admission(SessionStore counts) {
        var calls = new StoreCalls(true, timers, "a store");
        var access = new StoreAccess(counts, calls, clock);
        var leases = new BackchannelRequestLeases(access, timers);
        return new Admission(AttemptLimits.DEFAULT, new AdmittedLogin.Registry(1, clock), access, leases);
    }

    private static Limit limit(String key) {
        return new Limit("caller", key, 2, WINDOW);
    }

    @Test
    void attempts_on_all_nodes_count_until_the_oldest_is_past() {
        assertEquals(WELCOME, first.begin(List.of(limit("a"))));
        clock.advance(Duration.ofSeconds(60));
        assertEquals(WELCOME, second.begin(List.of(limit("a"))));

        assertEquals(Optional.of(Duration.ofSeconds(540)), first.begin(List.of(limit("a"))));
        assertEquals(WELCOME, first.begin(List.of(limit("b"))));
        clock.advance(Duration.ofSeconds(540));
        assertEquals(WELCOME, second.begin(List.of(limit("a"))));
    }

    @Test
    void what_one_limit_refuses_counts_under_none() {
        first.begin(List.of(limit("a")));
        first.begin(List.of(limit("a")));

        assertTrue(second.begin(List.of(limit("a"), limit("b"))).isPresent());
        assertEquals(WELCOME, second.begin(List.of(limit("b"))));
        assertEquals(WELCOME, second.begin(List.of(limit("b"))));
    }

    /** Each has read before any of them counts. */
    @Test
    void of_those_that_come_at_once_no_more_than_the_limit_go_on_and_who_is_refused_counts_nowhere() throws Exception {
        var counts = admission(readAtOnce(MANY));
        var limit = new Limit("person", "p", 5, WINDOW);
        var threads = Executors.newFixedThreadPool(MANY);
        try {
            var begun = new ArrayList<Future<Optional<Duration>>>();
            for (var n = 0; n < MANY; n++) {
                var own = new Limit("caller", "caller " + n, 5, WINDOW);
                begun.add(threads.submit(() -> counts.begin(List.of(own, limit))));
            }
            var welcome = 0;
            for (var n = 0; n < MANY; n++) {
                var isWelcome =
                        Await.result("an attempt is counted", begun.get(n)).isEmpty();
                welcome += isWelcome ? 1 : 0;
                assertEquals(
                        isWelcome ? Optional.of(Long.BYTES) : Optional.empty(),
                        counted("caller", "caller " + n),
                        n + "");
            }
            assertEquals(5, welcome);
            assertEquals(Optional.of(5 * Long.BYTES), counted("person", "p"));
        } finally {
            threads.shutdownNow();
        }
    }

    /** The bytes of an entry. */
    private Optional<Integer> counted(String kind, String key) {
        return store.find(StoreAccess.key("attempts", kind + "\n" + key)).map(entry -> entry.value().length);
    }

    /** The store, with which so many callers are through with both their first readings together. */
    private SessionStore readAtOnce(int callers) {
        var barrier = new CyclicBarrier(callers);
        var reads = ThreadLocal.withInitial(() -> 0);
        return (SessionStore) Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(), new Class<?>[] {SessionStore.class}, (self, method, arguments) -> {
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(self, method, arguments);
                    }
                    var answer = method.invoke(store, arguments);
                    if (method.getName().equals("find")) {
                        reads.set(reads.get() + 1);
                        if (reads.get() == 2) {
                            barrier.await(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
                        }
                    }
                    return answer;
                });
    }
}
