package io.github.pscsdk.workstation.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.Environment;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.workstation.MockServerHalf;
import io.github.pscsdk.workstation.PassingTime;
import java.net.ProtocolException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be asked again in a gap, and what must not. */
class ServerHalfTest {
    private final MockServerHalf server = new MockServerHalf();
    private final PassingTime time = new PassingTime();
    private final EngineThreads threads = new EngineThreads(time.clock());
    private final ServerHalf half = Wired.to(server.address(), threads);
    private final Instant deadline = time.now().plus(Duration.ofMinutes(2));

    @AfterEach
    void close() {
        threads.close();
        server.close();
    }

    @Test
    void a_gap_between_the_answer_and_the_session_loses_nobody_s_login() throws Exception {
        var end = time.now().plusSeconds(20);
        server.answer(
                "GET /v1/session",
                () -> new MockResponse.Builder()
                        .code(time.now().isBefore(end) ? 503 : 200)
                        .body(MockServerHalf.sessionBy("CARD"))
                        .build());

        var facts = time.during(() -> half.session(SessionHandle.received(MockServerHalf.SESSION), deadline));

        assertEquals("CARD", facts.authMode().orElseThrow());
    }

    @Test
    void a_login_that_may_have_begun_is_not_begun_again() {
        server.answer("POST /v1/logins", 503, "");

        var failure = assertThrows(PscException.class, () -> half.beginInBrowser(deadline));

        assertSame(LoginProblem.SERVER_HALF_UNREACHABLE, failure.problem());
        assertEquals(1, server.seen("POST /v1/logins").size());
    }

    /** The deadline ends the wait, and not the call: else the phone would ring for nobody. */
    @Test
    void no_login_that_nobody_waits_for_any_more_stays_open_at_the_server_half() throws Exception {
        var late = new CompletableFuture<Void>();
        server.answer("POST /v1/logins", () -> {
            late.join();
            return new MockResponse.Builder()
                    .code(201)
                    .body("{\"id\":\"login-1\"}")
                    .build();
        });
        var limit = Duration.ofSeconds(9);
        var soon = time.now().plus(limit);

        var failure = time.within(
                limit,
                () -> !server.seen("POST /v1/logins").isEmpty(),
                () -> assertThrows(PscException.class, () -> half.beginInBrowser(soon)));
        late.complete(null);

        assertSame(WorkstationProblem.SERVER_HALF_SLOW, failure.problem());
        server.await("DELETE /v1/logins/login-1");
    }

    @Test
    void a_request_that_is_pending_already_is_told_as_such() {
        server.answer(
                "POST /v1/logins",
                () -> new MockResponse.Builder()
                        .code(409)
                        .addHeader("Psc-Proxy-Error", "PSC-013")
                        .addHeader("Retry-After", "42")
                        .build());

        var failure = assertThrows(PscException.class, () -> half.beginInBrowser(deadline));

        assertSame(LoginProblem.LOGIN_ALREADY_PENDING, failure.problem());
    }

    @Test
    void the_facts_of_a_refusal_are_in_the_exception_whether_the_code_is_in_the_header_or_in_the_body() {
        for (var header : List.of("PSC-048", "")) {
            server.answer("POST /v1/logins", () -> {
                var refused = new MockResponse.Builder()
                        .code(401)
                        .body("{\"code\":\"401\",\"problem\":\"PSC-048\",\"facts\":{\"level\":\"eidas1\"}}");
                return header.isEmpty()
                        ? refused.build()
                        : refused.addHeader("Psc-Proxy-Error", header).build();
            });

            var failure = assertThrows(PscException.class, () -> half.beginInBrowser(deadline));

            assertSame(LoginProblem.LEVEL_NOT_ACCEPTED, failure.problem());
            assertEquals(Map.of("level", "eidas1"), failure.facts());
        }
    }

    @ParameterizedTest
    @CsvSource({"PSC-999, PSC_UNAVAILABLE", "PSC-019, SIGNED_OUT_HERE_ONLY", "PSC-046, ", ", "})
    void a_logout_that_psc_has_not_heard_of_is_told_by_any_code_but_that_of_a_trace(String code, LoginProblem untold)
            throws Exception {
        server.answer("DELETE /disconnect", () -> {
            var done = new MockResponse.Builder().code(204);
            return code == null
                    ? done.build()
                    : done.addHeader("Psc-Proxy-Error", code).build();
        });

        assertEquals(Optional.ofNullable(untold), half.disconnect(SessionHandle.received(MockServerHalf.SESSION)));
    }

    static Stream<Throwable> what_a_library_may_throw() {
        return Stream.of(
                new IllegalArgumentException("quotes secret"),
                new IllegalStateException("quotes secret"),
                new AssertionError("quotes secret"),
                new StackOverflowError("quotes secret"),
                new ProtocolException("quotes secret"));
    }

    @ParameterizedTest
    @MethodSource("what_a_library_may_throw")
    void whatever_is_thrown_below_is_an_answer_that_cannot_be_used_and_is_not_quoted(Throwable thrown)
            throws Exception {
        var session = SessionHandle.received(MockServerHalf.SESSION);
        var in = Wired.to(server.address(), threads, client -> client.addInterceptor(chain -> rethrow(thrown)));
        var pending = in.resume("login-1", deadline);
        var operations = List.<Executable>of(
                in::environment,
                () -> in.diagnosis(Duration.ofSeconds(4)),
                () -> in.beginInBrowser(deadline),
                () -> pending.await((tries, again) -> Optional.empty()),
                () -> in.session(session, deadline),
                () -> in.send(session, ApiRequest.of("POST", "form", "declarations")),
                () -> in.disconnect(session));

        for (var operation : operations) {
            var failure = assertThrows(PscException.class, operation);

            assertSame(LoginProblem.SERVER_HALF_ANSWER_INVALID, failure.problem());
            assertFalse(failure.getMessage().contains("secret"));
            assertEquals(null, failure.getCause());
        }
        assertSame(
                LoginProblem.SERVER_HALF_ANSWER_INVALID,
                in.probe(Duration.ofSeconds(3)).problem());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> Response rethrow(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void an_answer_that_is_cut_off_in_a_poll_loses_nobody_s_login() throws Exception {
        var answers = new ArrayDeque<>(List.of(
                new MockResponse.Builder()
                        .body(MockServerHalf.DONE)
                        .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                        .build(),
                new MockResponse.Builder().body(MockServerHalf.DONE).build()));
        server.answer("GET /v1/logins/login-1", answers::remove);

        time.during(() -> half.resume("login-1", deadline).await((tries, again) -> Optional.empty()));

        assertEquals(List.of(Duration.ofSeconds(1)), time.pauses());
    }

    @Test
    void an_id_that_leads_elsewhere_is_refused() {
        for (var id : List.of("../send/annuaire/me", "..", "a?b", "a#b", "")) {
            assertThrows(PscException.class, () -> half.resume(id, deadline), id);
        }
    }

    @Test
    void a_session_keeps_its_contract_where_the_server_half_shows_that_it_speaks_the_plain_one_by_now()
            throws Exception {
        var refused = "{\"code\":\"401\",\"message\":\"no session\"}";
        server.answer("GET /v1/status", 404, "").answer("DELETE /disconnect", 401, refused);
        assertSame(Environment.UNKNOWN, half.environment());
        server.answer("GET /send/form", 401, refused);

        var answer =
                half.send(SessionHandle.received(MockServerHalf.SESSION), ApiRequest.of("GET", "form", "declarations"));

        assertEquals(401, answer.status(), "a backend's own");
    }

    @Test
    void a_session_that_nobody_gets_is_left_to_expire_after_the_close() throws Exception {
        half.close();

        half.abandon(SessionHandle.received(MockServerHalf.SESSION));

        assertEquals(List.of(), server.seen("DELETE"));
    }
}
