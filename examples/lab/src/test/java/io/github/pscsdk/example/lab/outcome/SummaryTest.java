package io.github.pscsdk.example.lab.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.lab.outcome.Summary.RuleCount;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final Finding BAD_PHONE = error("V-TEL", "");
    private static final Finding BAD_SITE = error("V-URL", "");
    private static final Finding SPELLING = new Finding("V-TEL", Severity.N, "", "", "");
    private static final Finding ODD_HOURS = new Finding("V-HOR", Severity.W, "", "", "");
    private static final Finding NO_PHONE = error("V-TEL", "offers[0].phone");
    private static final Finding NO_SITE = error("V-URL", "offers[1].website");

    @Test
    void counts_a_row_once_and_under_each_rule_that_it_breaks() {
        var summary = summary(List.of(
                Outcome.refused(2, List.of(BAD_PHONE, BAD_PHONE, BAD_SITE, ODD_HOURS)),
                Outcome.accepted(3, List.of(SPELLING, ODD_HOURS)),
                Outcome.accepted(4, List.of(SPELLING)),
                Outcome.accepted(5, List.of()),
                Outcome.refused(6, List.of(BAD_PHONE))));

        assertEquals(
                new Summary(
                        5,
                        3,
                        1,
                        0,
                        2,
                        List.of(
                                new RuleCount("V-TEL", 2, 0, 0, 2, List.of(2, 6)),
                                new RuleCount("V-URL", 1, 0, 0, 0, List.of(2)),
                                new RuleCount("V-HOR", 0, 0, 2, 0, List.of()))),
                summary);
    }

    @Test
    void a_row_of_which_only_the_booking_is_wrong_is_to_be_corrected() {
        var summary = summary(List.of(
                Outcome.refused(2, List.of(NO_PHONE, NO_SITE, ODD_HOURS)),
                Outcome.refused(3, List.of(NO_PHONE, error("V-CP", "place.postcode"))),
                Outcome.refused(4, List.of(NO_PHONE))));

        assertEquals(
                List.of(3, 0, 2, 1),
                List.of(summary.read(), summary.accepted(), summary.toCorrect(), summary.rejected()));
        assertEquals(
                List.of(
                        new RuleCount("V-TEL", 1, 2, 0, 0, List.of(2, 3, 4)),
                        new RuleCount("V-CP", 1, 0, 0, 0, List.of(3)),
                        new RuleCount("V-URL", 0, 1, 0, 0, List.of(2)),
                        new RuleCount("V-HOR", 0, 0, 1, 0, List.of())),
                summary.rules());
    }

    @Test
    void of_many_rejected_rows_only_the_first_lines_are_kept() {
        var summary = summary(IntStream.range(2, 10_002)
                .mapToObj(line -> Outcome.refused(line, List.of(BAD_PHONE)))
                .toList());

        var rule = summary.rules().get(0);
        assertEquals(10_000, rule.rejected());
        assertEquals(IntStream.range(2, 102).boxed().toList(), rule.lines());
    }

    @Test
    void a_row_cannot_be_rejected_without_a_reason() {
        assertThrows(IllegalArgumentException.class, () -> Outcome.refused(2, List.of(ODD_HOURS)));
    }

    private static Finding error(String rule, String field) {
        return new Finding(rule, Severity.E, field, "", "");
    }

    private static Summary summary(List<Outcome> outcomes) {
        var builder = new Summary.Counter();
        outcomes.forEach(builder::add);
        return builder.build();
    }
}
