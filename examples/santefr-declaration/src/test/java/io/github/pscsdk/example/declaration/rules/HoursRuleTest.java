package io.github.pscsdk.example.declaration.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoursRuleTest {
    @Test
    void keeps_open_days_in_canonical_spelling_and_leaves_closed_ones_out() {
        var findings = new Findings();

        var kept = HoursRule.check(
                Map.of(DayOfWeek.MONDAY, "8:00-12:00/14h-18h", DayOfWeek.SUNDAY, "Fermé au public"), "hours", findings);

        assertEquals(Map.of(DayOfWeek.MONDAY, "08h00-12h00 et 14h00-18h00"), kept);
        assertEquals(List.of(), findings.all());
    }

    @Test
    void keeps_what_it_cannot_read_with_a_warning_on_that_day() {
        var findings = new Findings();

        var kept = HoursRule.check(Map.of(DayOfWeek.TUESDAY, " selon planning "), "hours", findings);

        assertEquals(Map.of(DayOfWeek.TUESDAY, "selon planning"), kept);
        assertEquals("[V-HOR(W) on hours.tuesday]", findings.all().toString());
    }

    @Test
    void refuses_hours_that_cannot_be() {
        var findings = new Findings();

        HoursRule.check(
                Map.of(
                        DayOfWeek.MONDAY, "9h-3h/13h30-17h30",
                        DayOfWeek.TUESDAY, "9h-12h/11h-13h",
                        DayOfWeek.WEDNESDAY, "9h-25h",
                        DayOfWeek.THURSDAY, "8h-9h/10h-11h/12h-13h/14h-15h"),
                "hours",
                findings);

        assertEquals(4, findings.all().size());
        for (var reason : List.of(
                "V-HOR.ends-before-start E",
                "V-HOR.out-of-order E",
                "V-HOR.no-such-time E",
                "V-HOR.too-many-ranges E")) {
            assertEquals(true, Checked.remarks(findings).contains(reason), reason);
        }
    }
}
