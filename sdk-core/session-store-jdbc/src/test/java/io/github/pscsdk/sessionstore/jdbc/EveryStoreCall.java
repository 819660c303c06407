package io.github.pscsdk.sessionstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.tracestore.TraceEntry;
import io.github.pscsdk.tracestore.TracePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Every call of all stores, by its name. */
final class EveryStoreCall {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private EveryStoreCall() {}

    static Map<String, Runnable> all(JdbcStores stores, String key, byte[] value) {
        var sessions = stores.sessions();
        var calls = new LinkedHashMap<String, Runnable>();
        calls.put("now", sessions::now);
        calls.put("find", () -> sessions.find(key));
        calls.put("put", () -> sessions.putIfAbsent(key, value, MINUTE));
        var due = EntryContent.of(value, MINUTE).due("login", MINUTE).indexed(List.of(key));
        calls.put("replace", () -> sessions.write(key, 1, due));
        calls.put("extend", () -> sessions.extend(key, MINUTE));
        calls.put("remove", () -> sessions.remove(key, 1));
        calls.put("check", sessions::check);
        calls.put("claimDue", () -> sessions.claimDue("login", "node-1", MINUTE, 10));
        calls.put("list", () -> sessions.list(key, Optional.empty(), 10, entry -> {}));
        var traces = stores.traces();
        var past = TracePosition.endOf(Instant.EPOCH);
        calls.put(
                "append",
                () -> traces.append(
                        List.of(TraceEntry.of(new TracePosition(Instant.EPOCH, UUID.randomUUID()), value))));
        calls.put("read", () -> traces.read(past, Instant.EPOCH.plusSeconds(1), 10));
        calls.put("removeOlderThan", () -> traces.removeOlderThan(MINUTE, 10));
        calls.put("check traces", traces::check);
        return calls;
    }

    /** All at once, each on a connection of its own. */
    static void assertDone(JdbcStores stores) throws Exception {
        atOnce(all(stores, "session/b", new byte[] {1}).values(), Runnable::run);
    }

    /** All at once, each ends, and fails in that way. */
    static void assertFails(JdbcStores stores, LoginProblem problem) throws Exception {
        assertFails(all(stores, "session/b", new byte[] {1}).values(), problem);
    }

    /** The same for those alone. */
    static void assertFails(Collection<Runnable> calls, LoginProblem problem) throws Exception {
        atOnce(calls, call -> {
            var failure = assertThrows(StoreException.class, call::run);
            assertEquals(problem, failure.problem(), failure::getMessage);
        });
    }

    private static void atOnce(Collection<Runnable> calls, Consumer<Runnable> expected) throws Exception {
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            var running = new ArrayList<Future<?>>();
            calls.forEach(call -> running.add(threads.submit(() -> expected.accept(call))));
            for (var call : running) {
                Await.result("each call ends", call);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
