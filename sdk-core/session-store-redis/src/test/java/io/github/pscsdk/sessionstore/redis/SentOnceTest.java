package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Whoever does not get an answer does not know whether it was done: nothing does it again. */
class SentOnceTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Optional<String> SILENCE = Optional.of("");

    private final VirtualClock clock = VirtualClock.standing();

    private void assertSentOnce(Optional<String> answer, LoginProblem problem) throws Exception {
        try (var server = new RawServer(command -> answer);
                var stores = server.stores().clock(clock).callLimit(LIMIT).build()) {
            var call = new FutureTask<>(() ->
                    assertThrows(StoreException.class, () -> stores.sessions().putIfAbsent("a", new byte[1], MINUTE)));
            new Thread(call, "caller").start();
            Await.until("the call has been sent", () -> server.count("EVALSHA") == 1);
            if (answer.equals(SILENCE)) {
                clock.advance(LIMIT);
            }

            assertEquals(problem, Await.result("the call has ended", call).problem());
            assertEquals(1, server.count("EVALSHA"));
            assertEquals(0, server.count("EVAL"));
        }
    }

    @Test
    void a_call_whose_connection_ends_without_an_answer() throws Exception {
        assertSentOnce(Optional.empty(), LoginProblem.STORE_UNAVAILABLE);
    }

    @Test
    void a_call_that_is_not_answered_in_time() throws Exception {
        assertSentOnce(SILENCE, LoginProblem.STORE_UNAVAILABLE);
    }

    @Test
    void a_call_to_a_server_that_has_become_a_replica() throws Exception {
        assertSentOnce(
                Optional.of("-READONLY You can't write against a read only replica.\r\n"),
                LoginProblem.STORE_UNAVAILABLE);
    }

    @Test
    void a_call_to_a_cluster() throws Exception {
        assertSentOnce(Optional.of("-MOVED 1234 127.0.0.1:1\r\n"), LoginProblem.STORE_UNREADABLE);
    }

    @Test
    void a_call_to_something_else() throws Exception {
        assertSentOnce(Optional.of("HTTP/1.1 400 Bad Request\r\n\r\n"), LoginProblem.STORE_UNAVAILABLE);
    }

    @Test
    void an_answer_that_drips_is_given_up_in_time() throws Exception {
        var dripping = new Object() {
            volatile int bytes;
        };
        try (var server = new RawServer(command -> Optional.of(dripping.bytes++ == 0 ? "$1000\r\nx" : "y"));
                var stores = server.stores().clock(clock).callLimit(LIMIT).build()) {
            var call = new FutureTask<>(() ->
                    assertThrows(StoreException.class, () -> stores.sessions().find("a")));
            new Thread(call, "caller").start();
            Await.until("the answer has begun", () -> server.count("EVALSHA") == 1);
            clock.advance(LIMIT);
            Await.result("the call has ended", call);
        }
    }
}
