package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.testkit.support.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private static final LoginRequest REQUEST = LoginRequest.using("phone");
    private static final Duration SOON = Duration.ofSeconds(3);

    private final PassingTime time = new PassingTime();

    @AutoClose
    private final MockServerHalf server = new MockServerHalf().withSilentPhone();

    @Test
    void an_interrupt_ends_a_waiting_login_and_the_server_half_stops_asking() throws Exception {
        try (var client = client(Fakes.phone("phone"))) {
            var login = new FutureTask<>(() -> client.login(REQUEST));
            var thread = new Thread(login);
            thread.start();
            server.await("GET /v1/logins/login-1");

            thread.interrupt();

            var failure = assertThrows(ExecutionException.class, () -> login.get());
            assertInstanceOf(InterruptedException.class, failure.getCause());
            server.await("DELETE /v1/logins/login-1");
        }
    }

    @Test
    void cancelling_the_future_interrupts_the_work_even_with_a_flag_that_says_no() throws Exception {
        try (var client = client(Fakes.phone("phone"))) {
            var login = client.loginAsync(REQUEST);
            server.await("GET /v1/logins/login-1");

            login.cancel(false);

            assertTrue(login.isCancelled());
            server.await("DELETE /v1/logins/login-1");
        }
    }

    @Test
    void a_timeout_of_the_future_s_own_interrupts_the_work_as_well() throws Exception {
        try (var client = client(Fakes.phone("phone"))) {
            var login = client.loginAsync(REQUEST);
            server.await("POST /v1/logins");
            login.orTimeout(10, TimeUnit.MILLISECONDS);

            var failure = assertThrows(ExecutionException.class, login::get);

            assertInstanceOf(TimeoutException.class, failure.getCause());
            server.await("DELETE /v1/logins/login-1");
        }
    }

    @Test
    void a_login_that_is_cancelled_while_it_begins_is_cancelled_as_soon_as_its_id_is_known() throws Exception {
        var asking = new CompletableFuture<Thread>();
        var cancelled = new CompletableFuture<Void>();
        server.answer("POST /v1/logins", () -> {
            cancelled.join();
            return new MockResponse.Builder()
                    .code(201)
                    .body("{\"id\":\"login-1\"}")
                    .build();
        });
        try (var client = client(Fakes.authenticator("phone", (request, context) -> {
            asking.complete(Thread.currentThread());
            return context.backchannel(Fakes.onPhone());
        }))) {
            var login = client.loginAsync(REQUEST);
            server.await("POST /v1/logins");

            login.cancel(true);
            Await.until(
                    "its thread has heard of it, and waits for the answer alone",
                    () -> Stream.of(asking.join().getStackTrace())
                            .anyMatch(frame -> frame.getMethodName().equals("awaitEnd")));
            cancelled.complete(null);

            server.await("DELETE /v1/logins/login-1");
            assertEquals(List.of(), server.seen("GET /v1/logins"));
        }
    }

    @Test
    void a_session_that_arrives_with_the_cancelling_is_ended() throws Exception {
        server.answer("GET /v1/logins/login-1", 200, MockServerHalf.DONE);
        var reached = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var client = client(Fakes.authenticator("phone", (request, context) -> {
            var grant = context.backchannel(Fakes.onPhone());
            reached.countDown();
            Fakes.awaitCarelessly(goOn);
            return grant;
        }))) {
            var login = client.loginAsync(REQUEST);
            reached.await();

            login.cancel(true);
            goOn.countDown();

            server.await("DELETE /disconnect");
        }
    }

    @Test
    void an_interrupt_that_a_plug_in_wraps_is_still_a_cancelling() throws Exception {
        var begun = new CountDownLatch(1);
        try (var client = client(Fakes.authenticator("phone", (request, context) -> {
            begun.countDown();
            try {
                Thread.currentThread().join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return null;
        }))) {
            var login = new FutureTask<>(() -> client.login(REQUEST));
            var thread = new Thread(login);
            thread.start();
            begun.await();

            thread.interrupt();

            var failure = assertThrows(ExecutionException.class, () -> login.get());
            assertInstanceOf(InterruptedException.class, failure.getCause());
        }
    }

    @Test
    void closing_the_client_ends_what_is_going_on() throws Exception {
        var client = client(Fakes.phone("phone"));
        var login = client.loginAsync(REQUEST);
        server.await("GET /v1/logins/login-1");

        client.close();

        assertThrows(CancellationException.class, login::get);
        server.await("DELETE /v1/logins/login-1");
    }

    @Test
    void a_second_attempt_with_the_same_authenticator_fails_soon_and_a_later_one_does_not() throws Exception {
        try (var client = client(Fakes.phone("phone"))) {
            var first = client.loginAsync(REQUEST);
            server.await("GET /v1/logins/login-1");

            var problem = Failures.problemOf(() -> time.within(SOON, () -> client.login(REQUEST)));

            assertSame(LoginProblem.ATTEMPT_IN_PROGRESS, problem);
            first.cancel(true);
            server.await("DELETE /v1/logins/login-1");
            server.answer("GET /v1/logins/login-1", 200, MockServerHalf.DONE);
            // The first attempt ends some moments after its future: this one waits for it, and takes no time.
            assertTrue(client.login(REQUEST).isActive());
        }
    }

    @Test
    void cancelling_leaves_no_interrupt_on_the_thread_of_the_application_s_executor() throws Exception {
        var interrupted = new AtomicBoolean();
        var ended = new CountDownLatch(1);
        try (var client = Fakes.builder(server)
                .authenticator(Fakes.phone("phone"))
                .executor(work -> new Thread(() -> {
                            work.run();
                            interrupted.set(Thread.currentThread().isInterrupted());
                            ended.countDown();
                        })
                        .start())
                .build()) {
            var login = client.loginAsync(REQUEST);
            server.await("GET /v1/logins/login-1");

            login.cancel(true);

            Await.latch("the work ends", ended);
            assertFalse(interrupted.get());
        }
    }

    @Test
    void an_executor_that_the_application_shuts_down_cancels_its_logins() throws Exception {
        var executor = Executors.newSingleThreadExecutor();
        try (var client = Fakes.builder(server)
                .authenticator(Fakes.phone("phone"))
                .executor(executor)
                .build()) {
            var login = client.loginAsync(REQUEST);
            server.await("GET /v1/logins/login-1");

            executor.shutdownNow();

            assertThrows(CancellationException.class, () -> Await.result("the login has ended", login));
        }
    }

    private PscClient client(Authenticator authenticator) {
        return Fakes.builder(server)
                .authenticator(authenticator)
                .clock(time.clock())
                .build();
    }
}
