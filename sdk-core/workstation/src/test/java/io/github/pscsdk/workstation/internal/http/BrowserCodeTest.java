package io.github.pscsdk.workstation.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.MockServerHalf;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The code of the page, from the person to the server half. */
class BrowserCodeTest {
    @AutoClose
    private final FollowedLogin followed = new FollowedLogin();

    private final MockServerHalf server = followed.server();

    BrowserCodeTest() throws Exception {}

    @Test
    void the_code_of_the_page_is_asked_for_and_gets_the_session() throws Exception {
        followed.polls(FollowedLogin.codeNeeded(3));
        server.answer("POST /v1/logins/login-1/code", 200, MockServerHalf.DONE);
        followed.types("123456");

        assertEquals(MockServerHalf.SESSION, followed.await().reveal());

        assertEquals(List.of("3 false"), followed.questions());
        assertEquals(
                "{\"code\":\"123456\"}",
                server.await("POST /v1/logins/login-1/code").body());
        assertEquals(List.of(), server.seen("DELETE"));
    }

    @Test
    void a_wrong_code_is_asked_for_again_and_the_person_is_told() throws Exception {
        followed.polls(FollowedLogin.codeNeeded(3));
        followed.gives(FollowedLogin.codeNeeded(2), FollowedLogin.json(MockServerHalf.DONE));
        followed.types("111111", "222222");

        followed.await();

        assertEquals(List.of("3 false", "2 true"), followed.questions());
    }

    @Test
    void the_third_wrong_code_ends_it() {
        followed.polls(FollowedLogin.codeNeeded(1));
        followed.gives(FollowedLogin.json("{\"state\":\"FAILED\",\"problem\":\"PSC-012\"}"));
        followed.types("111111");

        assertEnds(LoginProblem.BROWSER_CODE_REJECTED);
    }

    @Test
    void without_a_code_the_server_half_is_told_to_end_it() throws Exception {
        followed.polls(FollowedLogin.codeNeeded(3));

        assertEnds(LoginProblem.BROWSER_CODE_MISSING);

        server.await("DELETE /v1/logins/login-1");
        assertEquals(List.of(), server.seen("POST"));
    }

    @Test
    void a_code_that_was_never_heard_is_given_once_more() throws Exception {
        followed.polls(FollowedLogin.codeNeeded(3), FollowedLogin.codeNeeded(3));
        followed.gives(FollowedLogin.hangUp(), FollowedLogin.json(MockServerHalf.DONE));
        followed.types("123456");

        followed.await();

        assertEquals(1, followed.questions().size());
    }

    @Test
    void a_code_whose_answer_was_lost_costs_no_second_try() throws Exception {
        followed.polls(FollowedLogin.codeNeeded(3), FollowedLogin.codeNeeded(2));
        followed.gives(FollowedLogin.hangUp(), FollowedLogin.json(MockServerHalf.DONE));
        followed.types("111111", "123456");

        followed.await();

        assertEquals("2 true", followed.questions().get(1));
        assertEquals(2, server.seen("POST /v1/logins/login-1/code").size());
    }

    @Test
    void the_right_code_whose_answer_was_lost_is_not_given_again() throws Exception {
        followed.polls(FollowedLogin.codeNeeded(3), FollowedLogin.json(MockServerHalf.DONE));
        followed.gives(FollowedLogin.hangUp());
        followed.types("123456");

        followed.await();

        assertEquals(1, server.seen("POST /v1/logins/login-1/code").size());
    }

    @Test
    void a_login_that_no_longer_waits_for_a_code_is_named_as_such() {
        followed.polls(FollowedLogin.codeNeeded(3));
        server.answer("POST /v1/logins/login-1/code", 404, "{\"problem\":\"PSC-009\"}");
        followed.types("123456");

        assertEnds(LoginProblem.LOGIN_NOT_WAITING);
    }

    @Test
    void a_code_that_may_not_be_tried_is_not_asked_for() {
        followed.polls(FollowedLogin.codeNeeded(0));

        assertEnds(LoginProblem.SERVER_HALF_ANSWER_INVALID);
        assertEquals(List.of(), followed.questions());
    }

    private void assertEnds(LoginProblem problem) {
        var failure = assertThrows(PscException.class, followed::await);
        assertSame(problem, failure.problem());
    }
}
