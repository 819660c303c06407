package io.github.pscsdk.workstation.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BrowserCodeQuestion;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.MockServerHalf;
import io.github.pscsdk.workstation.internal.json.Documents;
import io.github.pscsdk.workstation.internal.thread.EngineThreads;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PendingLoginTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final MockServerHalf server = new MockServerHalf();
    private final EngineThreads threads = new EngineThreads();
    private final WaitingClock time = new WaitingClock();
    private final List<BrowserCodeQuestion> questions = new ArrayList<>();
    private final Queue<String> codes = new ArrayDeque<>();
    private final PendingLogin login = login();

    PendingLoginTest() throws Exception {}

    private PendingLogin login() throws Exception {
        var conversation = new Conversation(
                new Transport(
                        new ServerHalfAddress(server.address()),
                        new ApplicationToken(MockServerHalf.APPLICATION_TOKEN),
                        threads),
                new Documents());
        var endurance = new Endurance(time, time, time.instant().plus(TIMEOUT));
        return new PendingLogin(new LoginResource(conversation, "login-1"), endurance, Optional.empty());
    }

    private SessionHandle await() throws Exception {
        return login.await(question -> {
            questions.add(question);
            return Optional.ofNullable(codes.poll());
        });
    }

    @AfterEach
    void close() {
        threads.close();
        server.close();
    }

    @Test
    void it_asks_again_while_the_login_is_pending_and_never_without_a_pause() throws Exception {
        polls(json(MockServerHalf.PENDING), json(MockServerHalf.PENDING), json(MockServerHalf.DONE));

        await();

        assertEquals(List.of(Duration.ofMillis(200), Duration.ofMillis(200)), time.pauses());
        assertEquals(3, server.seen("GET /v1/logins/login-1?wait=25").size());
    }

    @Test
    void a_gap_of_twenty_seconds_in_the_network_does_not_end_it() throws Exception {
        var end = time.instant().plusSeconds(20);
        server.answer(
                "GET /v1/logins/login-1", () -> time.instant().isBefore(end) ? hangUp() : json(MockServerHalf.DONE));

        await();

        assertEquals(List.of(), server.seen("DELETE"));
    }

    @Test
    void it_grows_patient_in_a_gap_but_looks_every_five_seconds() throws Exception {
        polls(status(502), status(504), status(503), status(503), status(503), json(MockServerHalf.DONE));

        await();

        assertEquals(
                List.of(1, 2, 4, 5, 5),
                time.pauses().stream().map(pause -> (int) pause.toSeconds()).toList());
    }

    @Test
    void a_server_half_that_stays_away_ends_it_when_the_login_s_time_is_up() throws Exception {
        var deadline = time.instant().plus(TIMEOUT);
        server.answer("GET /v1/logins/login-1", 503, "");

        assertEnds(LoginProblem.SERVER_HALF_UNREACHABLE);

        assertTrue(time.instant().isBefore(deadline));
        assertTrue(time.instant().plusSeconds(5).isAfter(deadline.minusMillis(1)));
        server.await("DELETE /v1/logins/login-1");
    }

    @Test
    void a_server_half_that_forgot_it_ends_it() {
        server.answer("GET /v1/logins/login-1", 404, "{\"code\":\"404\"}");

        assertEnds(LoginProblem.LOGIN_NOT_WAITING);
    }

    @Test
    void an_end_that_this_version_does_not_know_is_named_as_such() {
        server.answer("GET /v1/logins/login-1", 200, "{\"state\":\"FAILED\",\"problem\":\"PSC-999\"}");

        assertEnds(LoginProblem.SERVER_HALF_ANSWER_INVALID);
    }

    @Test
    void the_code_of_the_page_is_asked_for_and_gets_the_session() throws Exception {
        polls(codeNeeded(3));
        server.answer("POST /v1/logins/login-1/code", 200, MockServerHalf.DONE);
        codes.add("123456");

        assertEquals(MockServerHalf.SESSION, await().reveal());

        assertEquals(List.of(new BrowserCodeQuestion(3, false)), questions);
        assertEquals(
                "{\"code\":\"123456\"}",
                server.await("POST /v1/logins/login-1/code").body());
        assertEquals(List.of(), server.seen("DELETE"));
    }

    @Test
    void a_wrong_code_is_asked_for_again_and_the_person_is_told() throws Exception {
        polls(codeNeeded(3));
        gives(codeNeeded(2), json(MockServerHalf.DONE));
        codes.addAll(List.of("111111", "222222"));

        await();

        assertEquals(List.of(new BrowserCodeQuestion(3, false), new BrowserCodeQuestion(2, true)), questions);
    }

    @Test
    void the_third_wrong_code_ends_it() {
        polls(codeNeeded(1));
        gives(json("{\"state\":\"FAILED\",\"problem\":\"PSC-012\"}"));
        codes.add("111111");

        assertEnds(LoginProblem.BROWSER_CODE_REJECTED);
    }

    @Test
    void without_a_code_the_server_half_is_told_to_end_it() throws Exception {
        polls(codeNeeded(3));

        assertEnds(LoginProblem.BROWSER_CODE_MISSING);

        server.await("DELETE /v1/logins/login-1");
        assertEquals(List.of(), server.seen("POST"));
    }

    @Test
    void a_code_that_was_never_heard_is_given_once_more() throws Exception {
        polls(codeNeeded(3), codeNeeded(3));
        gives(hangUp(), json(MockServerHalf.DONE));
        codes.add("123456");

        await();

        assertEquals(1, questions.size());
    }

    @Test
    void a_code_whose_answer_was_lost_costs_no_second_try() throws Exception {
        polls(codeNeeded(3), codeNeeded(2));
        gives(hangUp(), json(MockServerHalf.DONE));
        codes.addAll(List.of("111111", "123456"));

        await();

        assertEquals(new BrowserCodeQuestion(2, true), questions.get(1));
        assertEquals(2, server.seen("POST /v1/logins/login-1/code").size());
    }

    @Test
    void the_right_code_whose_answer_was_lost_is_not_given_again() throws Exception {
        polls(codeNeeded(3), json(MockServerHalf.DONE));
        gives(hangUp());
        codes.add("123456");

        await();

        assertEquals(1, server.seen("POST /v1/logins/login-1/code").size());
    }

    @Test
    void a_login_that_no_longer_waits_for_a_code_is_named_as_such() {
        polls(codeNeeded(3));
        server.answer("POST /v1/logins/login-1/code", 404, "{\"problem\":\"PSC-009\"}");
        codes.add("123456");

        assertEnds(LoginProblem.LOGIN_NOT_WAITING);
    }

    @Test
    void a_code_that_may_not_be_tried_is_not_asked_for() {
        polls(codeNeeded(0));

        assertEnds(LoginProblem.SERVER_HALF_ANSWER_INVALID);
        assertEquals(List.of(), questions);
    }

    private void assertEnds(LoginProblem problem) {
        var failure = assertThrows(PscException.class, this::await);
        assertSame(problem, failure.problem());
    }

    private void polls(MockResponse... answers) {
        Queue<MockResponse> queue = new ArrayDeque<>(List.of(answers));
        server.answer("GET /v1/logins/login-1", queue::remove);
    }

    private void gives(MockResponse... answers) {
        Queue<MockResponse> queue = new ArrayDeque<>(List.of(answers));
        server.answer("POST /v1/logins/login-1/code", queue::remove);
    }

    private static MockResponse codeNeeded(int triesLeft) {
        return json("{\"state\":\"CODE_NEEDED\",\"triesLeft\":" + triesLeft + "}");
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    private static MockResponse status(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    private static MockResponse hangUp() {
        return new MockResponse.Builder()
                .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                .build();
    }
}
