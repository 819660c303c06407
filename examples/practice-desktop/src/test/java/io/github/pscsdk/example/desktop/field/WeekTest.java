package io.github.pscsdk.example.desktop.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeekTest {
    @Test
    void whatever_is_typed_reads_back_as_it_was() {
        var week = new Week(Map.of(
                DayOfWeek.MONDAY, new Week.Day(List.of("8h30", "", "", "19"), " sur rendez-vous | ou non"),
                DayOfWeek.SUNDAY, new Week.Day(List.of("", "", "", "", "", "demain"), "")));

        assertEquals(week, Week.read(week.text()));
    }

    @Test
    void a_week_on_which_nothing_is_typed_is_an_empty_field() {
        assertEquals("", new Week(Map.of(DayOfWeek.MONDAY, new Week.Day(List.of(" "), " "))).text());
        assertEquals(Week.Day.EMPTY, Week.read("").day(DayOfWeek.MONDAY));
    }

    @Test
    void a_draft_of_another_build_costs_its_hours_and_nothing_else() {
        assertEquals(Map.of(), Week.read("Lundi : 08h30-12h30\nMONDAY\t8h").days());
    }
}
