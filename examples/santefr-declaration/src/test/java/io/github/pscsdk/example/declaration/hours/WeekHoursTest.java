package io.github.pscsdk.example.declaration.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.example.declaration.hours.DayHours.Unread;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeekHoursTest {
    @Test
    void reads_a_week_in_one_cell_and_leaves_closed_days_out() {
        var week = WeekHours.read("lundi : 8h00-12h00 et 14h00-19h00 | mardi : | Samedi fermé | dimanche : fermé");

        assertEquals("Lundi : 08h00-12h00 et 14h00-19h00", week.orElseThrow().canonical());
    }

    @Test
    void does_without_the_bars() {
        var week = WeekHours.read("lundi : 8h-12h mardi:9h-12h");

        assertEquals(
                "Lundi : 08h00-12h00\nMardi : 09h00-12h00", week.orElseThrow().canonical());
    }

    @Test
    void writes_from_Monday_to_Sunday_whatever_the_order_it_read() {
        var week = WeekHours.read("dimanche : 9h-10h | lundi : 8h-9h");

        assertEquals(
                "Lundi : 08h00-09h00\nDimanche : 09h00-10h00",
                week.orElseThrow().canonical());
    }

    @Test
    void keeps_a_day_that_it_cannot_read_beside_those_that_it_can() {
        var week = WeekHours.read("lundi : 8h-12h | samedi : sur rdv |");

        assertEquals(new Unread("sur rdv"), week.orElseThrow().days().get(DayOfWeek.SATURDAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lundi au vendredi : 8h-12h",
                "Sur rendez-vous",
                "Sans RDV | lundi : 8h-12h",
                "lundi : 8h-12h | lundi : 14h-18h"
            })
    void is_no_week_where_the_days_are_not_named_once_each(String text) {
        assertEquals(Optional.empty(), WeekHours.read(text));
    }

    @Test
    void an_empty_text_is_a_week_without_an_open_day() {
        var week = WeekHours.read(" | ");

        assertEquals(Optional.of(new WeekHours(Map.of())), week);
        assertEquals("", week.orElseThrow().canonical());
    }
}
