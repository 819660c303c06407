package io.github.pscsdk.example.declaration.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursRuleTest {
    private final Findings findings = new Findings();

    @Test
    void keeps_open_days_in_canonical_spelling_and_leaves_closed_ones_out() {
        var kept = days(Map.of(
                DayOfWeek.MONDAY, "8:00-12:00/14h-18h",
                DayOfWeek.TUESDAY, "08h00-12h00",
                DayOfWeek.SUNDAY, "Fermé au public"));

        assertEquals(
                Map.of(DayOfWeek.MONDAY, "08h00-12h00 et 14h00-18h00", DayOfWeek.TUESDAY, "08h00-12h00"), kept.days());
        assertEquals("[V-HOR(N) on offer.hours.monday]", findings.all().toString());
    }

    @Test
    void keeps_what_it_cannot_read_with_a_warning_on_that_day() {
        var kept = days(Map.of(DayOfWeek.TUESDAY, " selon planning "));

        assertEquals(Map.of(DayOfWeek.TUESDAY, "selon planning"), kept.days());
        assertEquals("[V-HOR(W) on offer.hours.tuesday]", findings.all().toString());
    }

    @Test
    void refuses_hours_that_cannot_be() {
        days(Map.of(
                DayOfWeek.MONDAY, "9h-3h/13h30-17h30",
                DayOfWeek.TUESDAY, "9h-12h/11h-13h",
                DayOfWeek.WEDNESDAY, "9h-25h",
                DayOfWeek.THURSDAY, "8h-9h/10h-11h/12h-13h/14h-15h"));

        assertEquals(
                "V-HOR.ends-before-start E, V-HOR.out-of-order E, V-HOR.no-such-time E, V-HOR.too-many-ranges E",
                Checked.remarks(findings));
    }

    @Test
    void lays_a_week_in_one_text_out_by_day_and_says_so() {
        var opening = HoursRule.check(
                Map.of(), Optional.of("lundi : 8h-12h | mardi : sur rdv | dimanche : fermé"), "offer", findings);

        assertEquals(
                new HoursRule.Opening(
                        Map.of(DayOfWeek.MONDAY, "08h00-12h00", DayOfWeek.TUESDAY, "sur rdv"), Optional.empty()),
                opening);
        assertEquals("V-HOR.week-read N, V-HOR.unread W", Checked.remarks(findings));
    }

    @Test
    void refuses_a_week_with_hours_that_cannot_be() {
        HoursRule.check(Map.of(), Optional.of("lundi : 12h-8h"), "offer", findings);

        assertEquals("V-HOR.week-read N, V-HOR.ends-before-start E", Checked.remarks(findings));
    }

    @Test
    void keeps_a_text_that_is_no_week_with_a_warning() {
        var opening = HoursRule.check(Map.of(), Optional.of("Lu Ve 11h-13h"), "offer", findings);

        assertEquals(new HoursRule.Opening(Map.of(), Optional.of("Lu Ve 11h-13h")), opening);
        assertEquals("V-HOR.suggested W", Checked.remarks(findings));
    }

    @Test
    void a_suggestion_stands_in_the_finding_and_is_right_once_it_is_accepted() {
        days(Map.of(DayOfWeek.FRIDAY, "9h, 12h"));
        days(Map.of(DayOfWeek.MONDAY, "9h/12h-14h/18h"));
        HoursRule.check(Map.of(), Optional.of("Lu Ve 11h-13h"), "offer", findings);

        var suggestions = findings.all().stream()
                .flatMap(finding -> finding.suggestion().stream())
                .toList();
        assertEquals("09h00-12h00 et 14h00-18h00", suggestions.get(0));
        assertEquals(2, suggestions.size());
        var accepted = new Findings();
        HoursRule.check(Map.of(DayOfWeek.MONDAY, suggestions.get(0)), Optional.empty(), "offer", accepted);
        HoursRule.check(Map.of(), Optional.of(suggestions.get(1)), "offer", accepted);
        assertEquals("V-HOR.week-read N", Checked.remarks(accepted));
    }

    @Test
    void hours_of_every_other_week_stay_text_and_it_is_told() {
        days(Map.of(DayOfWeek.MONDAY, "9h-12h semaines paires"));
        HoursRule.check(Map.of(), Optional.of("un samedi sur deux 9h-12h"), "offer", findings);

        assertEquals("V-HOR.alternating W, V-HOR.alternating W", Checked.remarks(findings));
    }

    @Test
    void hours_for_a_time_stay_text_and_it_is_told() {
        HoursRule.check(Map.of(), Optional.of("lundi 9h-12h jusqu'au 30/06"), "offer", findings);
        HoursRule.check(Map.of(), Optional.of("du 1er juillet au 31 août 2021 : lundi 9h-12h"), "offer", findings);

        assertEquals("V-HOR.for-a-time W, V-HOR.for-a-time W", Checked.remarks(findings));
    }

    @Test
    void a_remark_on_the_week_stays_beside_its_days_with_a_warning() {
        var opening =
                HoursRule.check(Map.of(), Optional.of("lundi : 8h-12h | dimanche : fermé | RDV"), "offer", findings);
        var again = HoursRule.check(opening.days(), opening.text(), "offer", new Findings());

        assertEquals(new HoursRule.Opening(Map.of(DayOfWeek.MONDAY, "08h00-12h00"), Optional.of("RDV")), opening);
        assertEquals(opening, again);
        assertEquals("V-HOR.week-read N, V-HOR.unread W", Checked.remarks(findings));
    }

    @ParameterizedTest
    @CsvSource({
        "12:00-08:30, V-HOR(E)",
        "14:00-18:00 et 08:00-12:00, V-HOR(E)",
        "25:00-26:00, V-HOR(E)",
        "?, V-HOR(E)",
        "midi-soir, V-HOR(W)",
        "08:30-, V-HOR(W)"
    })
    void a_finding_on_the_hours_of_a_day_names_the_day(String hours, String finding) {
        HoursRule.check(Map.of(DayOfWeek.FRIDAY, hours), Optional.empty(), "offers[1]", findings);

        assertEquals(
                "[" + finding + " on offers[1].hours.friday]", findings.all().toString());
    }

    @Test
    void a_text_never_displaces_the_days_that_were_given() {
        var opening = HoursRule.check(
                Map.of(DayOfWeek.MONDAY, "08h00-12h00"), Optional.of("mardi : 9h-10h"), "offer", findings);

        assertEquals(
                new HoursRule.Opening(Map.of(DayOfWeek.MONDAY, "08h00-12h00"), Optional.of("mardi : 9h-10h")), opening);
    }

    @Test
    void priority_hours_are_a_week_on_one_line_or_a_text() {
        var week = HoursRule.checkText(Optional.of("lundi : 8h-9h | mardi : 9h-10h | dimanche : fermé"), "f", findings);
        var again = HoursRule.checkText(week, "f", findings);
        var text = HoursRule.checkText(Optional.of("samedi : Urgence uniquement"), "f", findings);

        assertEquals(Optional.of("Lundi : 08h00-09h00 | Mardi : 09h00-10h00"), week);
        assertEquals(week, again);
        assertEquals(Optional.of("samedi : Urgence uniquement"), text);
        assertEquals("V-HOR.stored N, V-HOR.unread W", Checked.remarks(findings));
    }

    private HoursRule.Opening days(Map<DayOfWeek, String> days) {
        return HoursRule.check(days, Optional.empty(), "offer", findings);
    }
}
