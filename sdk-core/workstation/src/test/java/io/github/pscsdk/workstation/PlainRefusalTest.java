package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.workstation.PlainServerHalf.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logins by ANS's plain contract that come to nothing; whatever happens, one phone rings once. */
class PlainRefusalTest {
    private static final LoginRequest PHONE_THEN_CARD = LoginRequest.using("phone", "card");

    @AutoClose
    private final PlainWorkstation at = new PlainWorkstation();

    private final PlainServerHalf server = at.server;

    @ParameterizedTest
    @CsvSource({
        "304, SERVER_HALF_ANSWER_INVALID",
        "302, SERVER_HALF_ANSWER_INVALID",
        "401, APPLICATION_REJECTED",
        "403, APPLICATION_REJECTED",
        "404, SERVER_HALF_ANSWER_INVALID",
        "408, SERVER_HALF_ANSWER_INVALID",
        "429, TOO_MANY_ATTEMPTS",
        "500, ENDED_WITHOUT_REASON",
        "502, PSC_UNAVAILABLE",
        "503, PSC_UNAVAILABLE",
        "504, PSC_UNAVAILABLE"
    })
    void a_status_without_a_body_says_who_must_act_and_no_phone_rings_again(int status, LoginProblem problem) {
        // OkHttp would send a request again at once after such a 503, had it a body that can be sent twice.
        server.refuses(Reply.of(status, "").with("Retry-After: 0").with("Location: /connect"));

        assertSame(problem, problemOf(() -> at.client.login(PHONE_THEN_CARD)));

        assertEquals(1, server.rings());
    }

    @ParameterizedTest
    @CsvSource({"400, SERVER_HALF_ANSWER_INVALID", "401, ENDED_WITHOUT_REASON", "404, UNKNOWN_PROFESSIONAL"})
    void a_status_with_the_body_of_the_contract_is_about_the_login(int status, LoginProblem problem) {
        server.refuses(new Reply(
                status,
                List.of(),
                "{\"code\":\"" + status + "\",\"message\":\"" + MockServerHalf.NATIONAL_ID
                        + "\",\"metadata\":{\"nationalId\":\"" + MockServerHalf.NATIONAL_ID + "\"}}"));

        var failure = assertThrows(PscException.class, () -> at.client.login(PHONE_THEN_CARD));

        assertSame(problem, failure.problem());
        assertEquals(1, server.rings());
        assertFalse((failure.getMessage() + failure.facts()).contains(MockServerHalf.NATIONAL_ID));
    }

    @ParameterizedTest
    @CsvSource({
        "400 - unknown_user_id : No such professional, UNKNOWN_PROFESSIONAL",
        "400 - unknown_user_id : null, UNKNOWN_PROFESSIONAL",
        "400 - invalid_request : unknown_user_id, ENDED_WITHOUT_REASON",
        "unknown_user_id, ENDED_WITHOUT_REASON",
        "400 - unknown_user_id_token : another, ENDED_WITHOUT_REASON"
    })
    void the_code_of_pro_sante_connect_counts_where_the_example_of_ans_passes_it_on(
            String message, LoginProblem problem) {
        server.refuses(new Reply(401, List.of(), "{\"code\":\"401\",\"message\":\"" + message + "\"}"));

        assertSame(problem, problemOf(() -> at.client.login(PHONE_THEN_CARD)));

        assertEquals(1, server.rings());
    }

    @Test
    void a_refusal_whose_reason_nobody_tells_is_said_to_be_one() {
        server.refuses(Reply.error(401));

        assertSame(LoginProblem.ENDED_WITHOUT_REASON, problemOf(() -> at.client.login(PHONE_THEN_CARD)));

        assertEquals(1, server.rings());
    }

    @ParameterizedTest
    @CsvSource({"502", "503", "504"})
    void the_page_of_a_gateway_says_nothing_of_pro_sante_connect(int status) {
        server.refuses(Reply.of(status, "<html>Bad Gateway</html>"));

        assertSame(LoginProblem.SERVER_HALF_UNREACHABLE, problemOf(() -> at.client.login(PlainWorkstation.BY_PHONE)));

        assertEquals(1, server.rings());
    }

    @Test
    void a_connection_that_dies_while_the_phone_rings_is_not_made_again() {
        server.refuses(Reply.of(0, ""));

        assertSame(WorkstationProblem.CONNECTION_CUT, problemOf(() -> at.client.login(PHONE_THEN_CARD)));

        assertEquals(1, server.rings());
    }

    @Test
    void where_nobody_answers_the_login_ends_at_its_deadline_and_the_connection_is_closed() throws Exception {
        server.nobodyAnswers();

        assertSame(
                LoginProblem.NO_ANSWER_IN_TIME,
                problemOf(() -> at.time.within(
                        Duration.ofSeconds(11),
                        () -> server.rings() == 1,
                        () -> at.client.login(PHONE_THEN_CARD.withTimeout(Duration.ofSeconds(10))))));

        server.awaitHangUp();
        assertEquals(1, server.rings());
    }

    @Test
    void cancelling_closes_the_connection() throws Exception {
        server.nobodyAnswers();
        var login = at.client.loginAsync(PlainWorkstation.BY_PHONE);
        server.await("POST /connect");

        login.cancel(true);

        server.awaitHangUp();
        assertThrows(CancellationException.class, login::get);
    }

    @Test
    void an_interrupt_closes_the_connection() throws Exception {
        server.nobodyAnswers();
        var login = new FutureTask<>(() -> at.client.login(PlainWorkstation.BY_PHONE));
        var thread = new Thread(login);
        thread.start();
        server.await("POST /connect");

        thread.interrupt();

        server.awaitHangUp();
        var failure = assertThrows(ExecutionException.class, () -> login.get());
        assertInstanceOf(InterruptedException.class, failure.getCause());
    }

    @Test
    void closing_the_client_closes_the_connection() throws Exception {
        server.nobodyAnswers();
        at.client.loginAsync(PlainWorkstation.BY_PHONE);
        server.await("POST /connect");

        at.client.close();

        server.awaitHangUp();
    }

    @Test
    void a_login_that_failed_leaves_the_next_one_alone() throws Exception {
        server.refuses(Reply.error(401));
        problemOf(() -> at.client.login(PlainWorkstation.BY_PHONE));
        server.person(connect -> Optional.of(server.opened(connect)));

        at.client.login(PlainWorkstation.BY_PHONE);

        assertEquals(Set.of("plain-session-2"), server.sessions());
    }
}
