package io.github.pscsdk.httpclient.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pscsdk.testkit.peer.RawPeer;
import io.github.pscsdk.testkit.support.Await;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Request;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CallingThreadTest {
    private static final Duration LONG = Duration.ofSeconds(25);

    private final List<Thread> used = new CopyOnWriteArrayList<>();

    @AutoClose
    private final HttpCalls calls = new HttpCalls(
            client -> client.dns(CallingThread.lookups(Runnable::run)).addInterceptor(chain -> {
                used.add(Thread.currentThread());
                return chain.proceed(chain.request());
            }),
            Place.threads(2));

    private static RawPeer honest() {
        return new RawPeer(c -> {
            while (c.read()) {
                c.write(RawPeer.OK);
            }
        });
    }

    private static Request get(RawPeer peer) {
        return new Request.Builder().url(peer.uri().toString()).build();
    }

    private CompletableFuture<HttpResponse> lent(RawPeer peer, Duration limit) {
        return Place.lent(new CompletableFuture<>(), calls, get(peer), limit);
    }

    @Test
    void a_call_runs_on_the_thread_that_is_lent() throws Exception {
        try (var peer = honest()) {
            var response = lent(peer, LONG);

            assertTrue(response.isDone());
            assertEquals(200, response.get().status());
            assertEquals(List.of(Thread.currentThread()), used);
        }
    }

    @Test
    void a_thread_is_not_used_that_is_only_offered_or_was_lent_before_or_is_withheld() throws Exception {
        try (var peer = honest()) {
            lent(peer, LONG).get();
            used.clear();

            CallingThread.offered(() -> calls.send(get(peer), LONG)).get();
            CallingThread.lentTo(new CompletableFuture<>(), () -> calls.send(get(peer), LONG))
                    .get();
            CallingThread.offered(() -> CallingThread.lentTo(
                            new CompletableFuture<>(), () -> CallingThread.withheld(() -> calls.send(get(peer), LONG))))
                    .get();
            calls.send(get(peer), LONG).get();

            assertEquals(4, used.size());
            assertFalse(used.contains(Thread.currentThread()));
        }
    }

    @Test
    void a_call_ends_at_its_limit() throws Exception {
        try (var peer = new RawPeer(RawPeer.Manner.silent())) {
            var failure = assertThrows(
                    ExecutionException.class,
                    () -> lent(peer, Duration.ofMillis(300)).get());

            assertInstanceOf(TimeoutException.class, failure.getCause());
        }
    }

    @Test
    void an_interrupt_ends_a_call_and_stays_set() throws Exception {
        try (var peer = new RawPeer(RawPeer.Manner.silent())) {
            var mine = Thread.currentThread();
            RawPeer.daemon(() -> {
                Await.until("the peer is called", () -> peer.connections() == 1);
                mine.interrupt();
            });

            var call = lent(peer, LONG);

            assertTrue(call.isCancelled());
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void a_name_that_is_being_looked_up_holds_nobody_after_the_end_of_the_call() {
        Executor never = task -> {};
        var operation = new CompletableFuture<Void>();
        CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(() -> operation.complete(null));

        var failure = CallingThread.offered(() -> CallingThread.lentTo(operation, () -> {
            CallingThread.begins(new CompletableFuture<>());
            return assertThrows(
                    UnknownHostException.class,
                    () -> CallingThread.lookups(never).lookup("psc.example"));
        }));

        assertTrue(failure.getMessage().contains("psc.example"));
    }

    @Test
    void a_name_is_looked_up_for_a_lent_thread_as_for_another_one() throws Exception {
        try (var peer = honest()) {
            var named = new Request.Builder()
                    .url("http://localhost:" + peer.uri().getPort())
                    .build();

            assertEquals(
                    200,
                    Place.lent(new CompletableFuture<>(), calls, named, LONG)
                            .get()
                            .status());
        }
    }

    @Test
    void a_virtual_thread_can_be_lent() throws Exception {
        var start = List.of(Thread.class.getMethods()).stream()
                .filter(method -> method.getName().equals("startVirtualThread"))
                .findFirst();
        assumeTrue(start.isPresent(), "this Java platform has no virtual threads");
        try (var peer = honest()) {
            var response = new CompletableFuture<Integer>();
            var caller = (Thread) start.get().invoke(null, (Runnable)
                    () -> response.complete(lent(peer, LONG).join().status()));

            assertEquals(200, response.get());
            assertEquals(List.of(caller), used);
        }
    }
}
