package io.github.pscsdk.relyingparty.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson;
import io.github.pscsdk.relyingparty.internal.login.StoredLogin.Ended;
import io.github.pscsdk.relyingparty.internal.login.StoredLogin.Waiting;
import io.github.pscsdk.sessionstore.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Logins and their ends as other nodes read them. */
class StoredLoginTest {
    private static Ended problem(LoginProblem problem, Map<String, String> facts) {
        return new Ended(Optional.empty(), Optional.of(problem.code()), facts);
    }

    private static LoginProblem problemOf(Ended outcome) {
        return (LoginProblem)
                assertInstanceOf(PscException.class, outcome.failure()).problem();
    }

    @Test
    void a_failure_keeps_its_problem_and_facts_for_other_nodes() {
        var failure = new PscException(LoginProblem.LEVEL_NOT_ACCEPTED, "of a test", Map.of("level", "eidas1"));

        var stored = Ended.of(new CompletionException(failure));

        assertEquals(problem(LoginProblem.LEVEL_NOT_ACCEPTED, Map.of("level", "eidas1")), stored);
        assertEquals(LoginProblem.LEVEL_NOT_ACCEPTED, problemOf(stored));
        assertEquals(Map.of("level", "eidas1"), ((PscException) stored.failure()).facts());
        assertEquals("StoredLogin[" + LoginProblem.LEVEL_NOT_ACCEPTED.code() + "]", stored.toString());
    }

    @Test
    void a_store_that_is_away_is_told_and_any_other_failure_is_an_invalid_answer() {
        assertEquals(
                problem(LoginProblem.STORE_UNAVAILABLE, Map.of()),
                Ended.of(StoreException.unavailable("of a test", null)));
        assertEquals(problem(LoginProblem.PSC_ANSWER_INVALID, Map.of()), Ended.of(new IllegalStateException()));
    }

    @Test
    void a_cancelled_login_has_neither_a_session_nor_a_problem() {
        var cancelled = Ended.of(new CompletionException(new CancellationException()));

        assertEquals(new Ended(Optional.empty(), Optional.empty(), Map.of()), cancelled);
        assertEquals(Ended.cancelled(), cancelled);
        assertInstanceOf(CancellationException.class, cancelled.failure());
        assertEquals("StoredLogin[cancelled]", cancelled.toString());
    }

    @Test
    void an_interrupted_login_a_session_of_another_node_and_an_unknown_problem_are_interruptions() {
        assertEquals(LoginProblem.INTERRUPTED, problemOf(Ended.interrupted()));
        assertEquals(LoginProblem.INTERRUPTED, problemOf(Ended.of(TestLogins.session())));
        assertEquals(
                LoginProblem.INTERRUPTED, problemOf(new Ended(Optional.empty(), Optional.of("PSC-999"), Map.of())));
    }

    @Test
    void the_handle_of_a_session_is_kept_and_not_printed() {
        var stored = Ended.of(TestLogins.session());

        assertEquals(new Ended(Optional.of(TestLogins.session().id().value()), Optional.empty(), Map.of()), stored);
        assertEquals("StoredLogin[a session]", stored.toString());
    }

    @Test
    void members_that_another_version_did_not_write_are_empty() throws Exception {
        assertEquals(Ended.cancelled(), RelyingPartyJson.read("{}".getBytes(StandardCharsets.UTF_8), Ended.class));
    }

    @Test
    void a_login_keeps_all_but_what_changes() {
        var end = Instant.ofEpochMilli(1_234_567);
        var login = new Waiting("attempt", "request", "899999100011", Duration.ofSeconds(5), end);

        assertEquals(Duration.ofSeconds(5), login.pause());
        assertEquals(end, login.end());
        assertEquals(false, login.answered());
        assertEquals(
                new Waiting("attempt", "request", "899999100011", 7_000, 1_234_567, 0, false),
                login.withPause(Duration.ofSeconds(7)));
        assertEquals(new Waiting("attempt", "request", "899999100011", 5_000, 1_234_567, 0, true), login.asAnswered());
        assertEquals(true, login.asAnswered().answered());
        assertEquals(true, login.asAnswered().withPause(Duration.ZERO).answered());
        var polled = login.polledAgainAt(end).asAnswered().withPause(Duration.ZERO);
        assertEquals(Duration.ofMillis(1), polled.untilPoll(end.minusMillis(1)));
        assertEquals(Duration.ZERO, polled.untilPoll(end));
        assertEquals(Duration.ZERO, polled.untilPoll(end.plusMillis(1)));
        assertEquals(Duration.ZERO, login.untilPoll(end), "of one that nobody has polled for");
        assertEquals(Optional.of("899999100011"), login.expected().asked().map(id -> id.value()));
        assertEquals("StoredLogin[attempt]", login.toString());
    }

    @Test
    void a_login_that_lacks_a_member_is_refused() {
        assertThrows(NullPointerException.class, () -> new Waiting(null, "", "", 0, 0, 0, false));
        assertThrows(NullPointerException.class, () -> new Waiting("", null, "", 0, 0, 0, false));
        assertThrows(NullPointerException.class, () -> new Waiting("", "", null, 0, 0, 0, false));
    }
}
