package io.github.pscsdk.relyingparty.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.json.Json;
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
class StoredOutcomeTest {
    private static StoredOutcome problem(LoginProblem problem, Map<String, String> facts) {
        return new StoredOutcome(Optional.empty(), Optional.of(problem.code()), facts);
    }

    private static LoginProblem problemOf(StoredOutcome outcome) {
        return (LoginProblem)
                assertInstanceOf(PscException.class, outcome.failure()).problem();
    }

    @Test
    void a_failure_keeps_its_problem_and_facts_for_other_nodes() {
        var failure = new PscException(LoginProblem.LEVEL_NOT_ACCEPTED, "of a test", Map.of("level", "eidas1"));

        var stored = StoredOutcome.of(new CompletionException(failure));

        assertEquals(problem(LoginProblem.LEVEL_NOT_ACCEPTED, Map.of("level", "eidas1")), stored);
        assertEquals(LoginProblem.LEVEL_NOT_ACCEPTED, problemOf(stored));
        assertEquals(Map.of("level", "eidas1"), ((PscException) stored.failure()).facts());
        assertEquals("StoredOutcome[" + LoginProblem.LEVEL_NOT_ACCEPTED.code() + "]", stored.toString());
    }

    @Test
    void a_store_that_is_away_is_told_and_any_other_failure_is_an_invalid_answer() {
        assertEquals(
                problem(LoginProblem.STORE_UNAVAILABLE, Map.of()),
                StoredOutcome.of(StoreException.unavailable("of a test", null)));
        assertEquals(problem(LoginProblem.PSC_ANSWER_INVALID, Map.of()), StoredOutcome.of(new IllegalStateException()));
    }

    @Test
    void a_cancelled_login_has_neither_a_session_nor_a_problem() {
        var cancelled = StoredOutcome.of(new CompletionException(new CancellationException()));

        assertEquals(new StoredOutcome(Optional.empty(), Optional.empty(), Map.of()), cancelled);
        assertEquals(StoredOutcome.cancelled(), cancelled);
        assertInstanceOf(CancellationException.class, cancelled.failure());
        assertEquals("StoredOutcome[cancelled]", cancelled.toString());
    }

    @Test
    void an_interrupted_login_and_a_problem_that_this_version_does_not_know_are_interruptions() {
        assertEquals(LoginProblem.INTERRUPTED, problemOf(StoredOutcome.interrupted()));
        assertEquals(
                LoginProblem.INTERRUPTED,
                problemOf(new StoredOutcome(Optional.empty(), Optional.of("PSC-999"), Map.of())));
    }

    @Test
    void the_handle_of_a_session_is_kept_and_not_printed() {
        var stored = StoredOutcome.of(TestLogins.session());

        assertEquals(
                new StoredOutcome(Optional.of(TestLogins.session().id().value()), Optional.empty(), Map.of()), stored);
        assertEquals("StoredOutcome[a session]", stored.toString());
    }

    @Test
    void members_that_another_version_did_not_write_are_empty() throws Exception {
        assertEquals(StoredOutcome.cancelled(), Json.read("{}".getBytes(StandardCharsets.UTF_8), StoredOutcome.class));
    }

    @Test
    void a_login_keeps_all_but_what_changes() {
        var end = Instant.ofEpochMilli(1_234_567);
        var login = new StoredLogin("attempt", "request", "899999100011", Duration.ofSeconds(5), end);

        assertEquals(Duration.ofSeconds(5), login.pause());
        assertEquals(end, login.end());
        assertEquals(false, login.isAnswered());
        assertEquals(
                new StoredLogin(
                        "attempt", "request", "899999100011", 7_000, 1_234_567, Optional.empty(), Optional.empty()),
                login.withPause(Duration.ofSeconds(7)));
        assertEquals(
                new StoredLogin(
                        "attempt", "request", "899999100011", 5_000, 1_234_567, Optional.empty(), Optional.of(true)),
                login.asAnswered());
        assertEquals(true, login.asAnswered().isAnswered());
        assertEquals(true, login.asAnswered().withPause(Duration.ZERO).isAnswered());
        var polled = login.polledAgainAt(end).asAnswered().withPause(Duration.ZERO);
        assertEquals(Duration.ofMillis(1), polled.untilPoll(end.minusMillis(1)));
        assertEquals(Duration.ZERO, polled.untilPoll(end));
        assertEquals(Duration.ZERO, polled.untilPoll(end.plusMillis(1)));
        assertEquals(Duration.ZERO, login.untilPoll(end), "of one that was begun before an update");
        assertEquals(Optional.of("899999100011"), login.expected().asked().map(id -> id.value()));
        assertEquals("StoredLogin[attempt]", login.toString());
    }

    @Test
    void a_login_that_lacks_a_member_is_refused() {
        assertThrows(NullPointerException.class, () -> new StoredLogin(null, "", "", 0, 0, null, null));
        assertThrows(NullPointerException.class, () -> new StoredLogin("", null, "", 0, 0, null, null));
        assertThrows(NullPointerException.class, () -> new StoredLogin("", "", null, 0, 0, null, null));
        assertEquals(false, new StoredLogin("", "", "", 0, 0, null, null).isAnswered());
    }
}
