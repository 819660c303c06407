package io.github.pscsdk.example.practiceweb.declaration;

import io.github.pscsdk.example.declaration.hours.WeekHours;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The week as a person writes it in one field, read by the grammar of the library. */
final class HoursText {
    private HoursText() {}

    /** The hours of each open day, which the rules judge; empty if no days can be told apart, or something is of none. */
    static Optional<Map<DayOfWeek, String>> read(String text) {
        return WeekHours.read(text).filter(week -> week.rest().isEmpty()).map(week -> {
            var hours = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
            week.days().forEach((day, written) -> hours.put(day, written.canonical()));
            return hours;
        });
    }
}
