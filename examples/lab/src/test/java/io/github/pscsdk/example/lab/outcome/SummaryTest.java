package io.github.pscsdk.example.lab.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final Finding BAD_PHONE = Finding.rejecting("V-TEL");
    private static final Finding BAD_SITE = Finding.rejecting("V-URL");
    private static final Finding SPELLING = new Finding("V-TEL", Severity.CORRECTED);
    private static final Finding ODD_HOURS = new Finding("V-HOR", Severity.WARNED);

    @Test
    void counts_a_row_once_and_under_each_rule_that_it_breaks() {
        var summary = summary(List.of(
                Outcome.rejected(2, List.of(BAD_PHONE, BAD_PHONE, BAD_SITE, ODD_HOURS)),
                Outcome.accepted(3, List.of(SPELLING, ODD_HOURS)),
                Outcome.accepted(4, List.of(SPELLING)),
                Outcome.accepted(5, List.of()),
                Outcome.rejected(6, List.of(BAD_PHONE))));

        assertEquals(
                new Summary(
                        5,
                        3,
                        1,
                        2,
                        List.of(
                                new RuleCount("V-TEL", 2, 0, 2, List.of(2, 6)),
                                new RuleCount("V-URL", 1, 0, 0, List.of(2)),
                                new RuleCount("V-HOR", 0, 2, 0, List.of()))),
                summary);
    }

    @Test
    void a_row_cannot_be_rejected_without_a_reason() {
        assertThrows(IllegalArgumentException.class, () -> Outcome.rejected(2, List.of(ODD_HOURS)));
    }

    private static Summary summary(List<Outcome> outcomes) {
        var builder = new SummaryBuilder();
        outcomes.forEach(builder::add);
        return builder.build();
    }
}
