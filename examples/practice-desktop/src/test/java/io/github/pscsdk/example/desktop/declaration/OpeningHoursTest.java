package io.github.pscsdk.example.desktop.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.example.desktop.field.Week;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {
    @Test
    void a_week_in_one_text_is_laid_out_by_day() {
        var week = OpeningHours.layOut("lundi : 8h-12h et 14h00-19h | mardi : fermé | dimanche : sur demande")
                .orElseThrow();

        assertEquals(
                Map.of(
                        DayOfWeek.MONDAY, new Week.Day(List.of("08:00", "12:00", "14:00", "19:00"), ""),
                        DayOfWeek.SUNDAY, new Week.Day(List.of(), "sur demande")),
                week.days());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "tous les jours",
                "Lu Ve 9h-12h",
                "lundi : 8h-12h | lundi : 14h-18h",
                "lundi : 8h-12h | RDV"
            })
    void what_is_no_list_of_days_is_not_laid_out(String text) {
        assertEquals(Optional.empty(), OpeningHours.layOut(text));
    }

    @Test
    void the_hours_of_a_day_that_cannot_be_stand_in_their_places_to_be_corrected() {
        var monday = OpeningHours.layOut("lundi : 18h-8h").orElseThrow().day(DayOfWeek.MONDAY);

        assertEquals(List.of("18h", "8h"), monday.times().subList(0, 2));
        assertEquals("", monday.remark());
    }

    @Test
    void a_week_that_may_be_meant_is_suggested_and_can_be_laid_out() {
        var suggestion = OpeningHours.suggestion("Lu Ve 9h-12h").orElseThrow();

        assertEquals(5, OpeningHours.layOut(suggestion).orElseThrow().days().size());
        assertEquals(Optional.empty(), OpeningHours.suggestion("tous les jours"));
    }
}
