package io.github.pscsdk.example.declaration.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.example.declaration.hours.DayHours.Impossible;
import io.github.pscsdk.example.declaration.hours.DayHours.Reason;
import io.github.pscsdk.example.declaration.hours.EditedDay.Range;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditedWeekTest {
    @Test
    void shows_ranges_as_pairs_even_if_they_cannot_be_and_everything_else_as_a_remark() {
        var week = EditedWeek.of(Map.of(
                DayOfWeek.MONDAY, "08h30-12h00 et 14h00-24h00",
                DayOfWeek.TUESDAY, "sur rendez-vous",
                DayOfWeek.WEDNESDAY, "12h00-08h00",
                DayOfWeek.SUNDAY, "fermé"));

        assertEquals(
                new EditedDay(List.of(new Range("08:30", "12:00"), new Range("14:00", "24:00")), ""),
                week.days().get(DayOfWeek.MONDAY));
        assertEquals(new EditedDay(List.of(), "sur rendez-vous"), week.days().get(DayOfWeek.TUESDAY));
        assertEquals(
                new EditedDay(List.of(new Range("12h00", "08h00")), ""),
                week.days().get(DayOfWeek.WEDNESDAY));
        assertEquals(new EditedDay(List.of(), ""), week.days().get(DayOfWeek.SUNDAY));
        assertEquals(7, week.days().size());
    }

    @Test
    void gives_canonical_hours_without_blank_pairs_and_closed_days() {
        var monday =
                new EditedDay(List.of(new Range(" 8h30 ", "12:00"), new Range("", ""), new Range("14:00", "18h")), "");

        var hours = new EditedWeek(Map.of(DayOfWeek.MONDAY, monday)).hours();

        assertEquals(Map.of(DayOfWeek.MONDAY, "08h30-12h00 et 14h00-18h00"), hours);
    }

    @ParameterizedTest
    @CsvSource({
        "08:30, '', '', '', ''",
        "'', 12:00, '', '', sur rendez-vous",
        "8h30, 12h, 14:00, '', fermé le 15 août",
        "12:00, 08:30, '', '', ''",
        "14:00, 18:00, 08:00, 12:00, ''",
        "25:00, 26:00, '', '', sonner",
        "8, 12, '', 18.30, ''",
        "8h, 99:99, '', '', ''",
    })
    void what_was_typed_is_shown_again_where_it_was(String from, String to, String from2, String to2, String remark) {
        var ranges = Stream.of(new Range(from, to), new Range(from2, to2))
                .filter(range -> !range.equals(new Range("", "")))
                .toList();
        var kept = new EditedWeek(Map.of(DayOfWeek.FRIDAY, new EditedDay(ranges, remark))).hours();

        assertEquals(new EditedDay(ranges, remark), EditedWeek.of(kept).days().get(DayOfWeek.FRIDAY));
    }

    @Test
    void half_a_range_is_impossible() {
        assertEquals(
                new Impossible("08:30-?", Reason.HALF_A_RANGE),
                new EditedDay(List.of(new Range("08:30", "")), "").read());
    }

    @Test
    void four_ranges_are_too_many() {
        var four = List.of(
                new Range("8h", "9h"), new Range("10h", "11h"), new Range("12h", "13h"), new Range("14h", "15h"));

        assertEquals(
                new Impossible("8h-9h et 10h-11h et 12h-13h et 14h-15h", Reason.TOO_MANY_RANGES),
                new EditedDay(four, "").read());
    }

    @Test
    void a_remark_beside_ranges_loses_neither() {
        var day = new EditedDay(List.of(new Range("08:30", "12:00")), "sur rendez-vous");

        var hours = day.read();

        assertEquals("08h30-12h00 sur rendez-vous", hours.canonical());
        assertEquals(new EditedDay(List.of(new Range("08:30", "12:00")), "sur rendez-vous"), EditedDay.of(hours));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void what_is_shown_gives_the_same_hours_back(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 3_000; i++) {
            var times = RandomTimes.ofOneDay(random);
            var text = new StringBuilder();
            for (var t = 0; t < times.length; t += 2) {
                text.append(t == 0 ? "" : " et ").append(new TimeRange(times[t], times[t + 1]).canonical());
            }
            var hours = Map.of(DayOfWeek.of(1 + random.nextInt(7)), text.toString());

            assertEquals(hours, EditedWeek.of(hours).hours());
        }
    }
}
