package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.commandline.Screen;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.csv.Row;
import io.github.pscsdk.example.lab.outcome.Finding;
import io.github.pscsdk.example.lab.outcome.Outcome;
import io.github.pscsdk.example.lab.problem.LabProblem;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoRunTest {
    private static final String NO_FINDING = "{\"findings\":[]}";
    private static final List<Row> ROWS = List.of(
            new Row.Readable(2, Map.of("gid", "1", "nom", "Salle"), false),
            new Row.Unreadable(3, Row.Flaw.TOO_FEW_CELLS),
            new Row.Readable(4, Map.of("gid", "2", "nom", "Salle"), false));

    private final StringWriter shown = new StringWriter();

    @ParameterizedTest
    @ValueSource(ints = {200, 201})
    void a_receipt_new_or_repeated_accepts_a_row(int status) throws Exception {
        var session = new FakeSession(status, NO_FINDING, true);

        var outcomes = deliver(session);

        var unreadable = Outcome.rejected(3, List.of(Finding.rejecting("ROW")));
        assertEquals(List.of(Outcome.accepted(2, List.of()), unreadable, Outcome.accepted(4, List.of())), outcomes);
        assertEquals(2, session.sent.size());
        assertFalse(session.isActive());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "422|{\"findings\":[{\"rule\":\"V-TEL\",\"severity\":\"E\"}]}|V-TEL",
                "400|not read|HTTP-400",
                "413||HTTP-413"
            })
    void an_answer_that_settles_a_row_rejects_it(int status, String body, String rule) throws Exception {
        var outcomes = deliver(new FakeSession(status, body == null ? "" : body, true));

        assertEquals(Outcome.rejected(2, List.of(Finding.rejecting(rule))), outcomes.get(0));
    }

    @ParameterizedTest
    @CsvSource({"401,''", "409,''", "429,''", "500,''", "503,''", "201,''", "422,'{\"findings\":[]}'"})
    void any_other_answer_ends_the_round_with_a_sign_out(int status, String body) {
        var session = new FakeSession(status, body, true);

        var failure = assertThrows(PscException.class, () -> deliver(session));

        assertEquals(LabProblem.ANSWER_UNUSABLE, failure.problem());
        assertEquals(1, session.sent.size());
        assertFalse(session.isActive());
        assertTrue(shown.toString().contains("0 of 3 rows had been answered"), shown::toString);
    }

    @Test
    void a_sign_out_that_fails_is_a_failure() {
        var failure = assertThrows(PscException.class, () -> deliver(new FakeSession(201, NO_FINDING, false)));

        assertEquals(LoginProblem.SERVER_HALF_UNREACHABLE, failure.problem());
    }

    @Test
    void a_sign_out_that_fails_as_well_does_not_hide_the_first_failure() {
        var failure = assertThrows(PscException.class, () -> deliver(new FakeSession(500, "", false)));

        assertEquals(LabProblem.ANSWER_UNUSABLE, failure.problem());
        assertEquals(1, failure.getSuppressed().length);
    }

    @Test
    void the_same_row_has_the_same_key_and_another_one_has_another() throws Exception {
        var session = new FakeSession(201, NO_FINDING, true);

        deliver(session);
        deliver(session);

        var keys = session.sent.stream()
                .map(request -> request.headers().get("Idempotency-Key"))
                .toList();
        assertTrue(keys.get(0).matches("[0-9a-f]{64}"), keys::toString);
        assertEquals(keys.subList(0, 2), keys.subList(2, 4));
        assertNotEquals(keys.get(0), keys.get(1));
    }

    private List<Outcome> deliver(FakeSession session) throws Exception {
        return new DemoRun(session, new Screen(new PrintWriter(shown), Fixtures.TEXTS, false)).deliver(ROWS);
    }
}
