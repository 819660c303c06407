package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.imports.csv.Row;
import io.github.pscsdk.example.lab.outcome.Summary;
import io.github.pscsdk.example.lab.outcome.Summary.RuleCount;
import io.github.pscsdk.example.lab.problem.LabProblem;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoRunTest {
    private static final List<Row> ROWS = List.of(
            new Row.Readable(2, Map.of("gid", "1", "nom", "Salle"), false),
            new Row.Unreadable(3, Row.Flaw.TOO_FEW_CELLS),
            new Row.Readable(4, Map.of("gid", "2", "nom", "Salle"), false));

    private final StringWriter shown = new StringWriter();

    private static String answers(int status) {
        return "{\"status\":%d,\"findings\":[]}%n".formatted(status).repeat(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201})
    void a_receipt_new_or_repeated_accepts_a_row(int status) throws Exception {
        var session = new FakeSession(200, answers(status), true);

        var summary = deliver(session);

        assertEquals(2, summary.accepted());
        assertEquals(List.of(new RuleCount("V-CSV", 1, 0, 0, 0, List.of(3))), summary.rules());
        assertEquals(1, session.sent.size());
        assertFalse(session.isActive());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413})
    void a_row_that_the_form_cannot_read_is_rejected(int status) throws Exception {
        var summary = deliver(new FakeSession(200, answers(status), true));

        assertEquals(3, summary.rejected());
        assertEquals(List.of(2, 4), summary.rules().get(0).lines());
    }

    @ParameterizedTest
    @CsvSource({"401,''", "409,''", "429,''", "500,''", "503,''", "200,''", "200,'{\"status\":201,\"findings\":[]}'"})
    void any_other_answer_ends_the_round_with_a_sign_out(int status, String body) {
        assertUnusable(new FakeSession(status, body, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 409, 422, 500})
    void so_does_one_about_a_row_that_settles_nothing(int status) {
        assertUnusable(new FakeSession(200, answers(status), true));
    }

    private void assertUnusable(FakeSession session) {
        var failure = assertThrows(PscException.class, () -> deliver(session));

        assertEquals(LabProblem.ANSWER_UNUSABLE, failure.problem());
        assertEquals(1, session.sent.size());
        assertFalse(session.isActive());
        assertTrue(shown.toString().contains("0 of 3 rows had been answered"), shown::toString);
    }

    @Test
    void a_sign_out_that_fails_is_a_failure() {
        var failure = assertThrows(PscException.class, () -> deliver(new FakeSession(200, answers(201), false)));

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
        var session = new FakeSession(200, answers(201), true);

        deliver(session);
        deliver(session);

        var keys = session.sent.stream()
                .flatMap(request -> new String(request.body(), StandardCharsets.UTF_8).lines())
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertTrue(keys.get(0).matches("\\{\"key\":\"[0-9a-f-]{36}\""), keys::toString);
        assertEquals(keys.subList(0, 2), keys.subList(2, 4));
        assertNotEquals(keys.get(0), keys.get(1));
    }

    private Summary deliver(FakeSession session) throws Exception {
        var summary = new Summary.Counter();
        var rows = ROWS.iterator();
        new DemoRun(
                        session,
                        Optional.empty(),
                        Optional.empty(),
                        new Screen(new PrintWriter(shown), Fixtures.TEXTS, false))
                .deliver(
                        most -> Stream.generate(rows::next)
                                .limit(rows.hasNext() ? ROWS.size() : 0)
                                .toList(),
                        ROWS.size(),
                        summary);
        return summary.build();
    }
}
