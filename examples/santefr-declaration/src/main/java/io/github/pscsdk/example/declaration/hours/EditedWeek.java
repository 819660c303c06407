package io.github.pscsdk.example.declaration.hours;

import io.github.pscsdk.example.declaration.hours.DayHours.Closed;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The seven days of the week editor.
 *
 * @param days from Monday to Sunday, a closed one too
 */
public record EditedWeek(Map<DayOfWeek, EditedDay> days) {
    private static final EditedDay CLOSED = new EditedDay(List.of(), "");

    /** Copies; a day left out is closed. */
    public EditedWeek {
        var week = new EnumMap<DayOfWeek, EditedDay>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, days.getOrDefault(day, CLOSED));
        }
        days = Collections.unmodifiableMap(week);
    }

    /** What the editor shows of the hours of an offer. */
    public static EditedWeek of(Map<DayOfWeek, String> hours) {
        var days = new EnumMap<DayOfWeek, EditedDay>(DayOfWeek.class);
        hours.forEach((day, text) -> days.put(day, EditedDay.of(DayHours.read(text))));
        return new EditedWeek(days);
    }

    /** What was edited, day by day. */
    public Map<DayOfWeek, DayHours> read() {
        var hours = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        days.forEach((day, edited) -> hours.put(day, edited.read()));
        return hours;
    }

    /** The hours of an offer, in canonical spelling as far as they can be read, without the closed days. */
    public Map<DayOfWeek, String> hours() {
        var hours = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        read().forEach((day, read) -> {
            if (!(read instanceof Closed)) {
                hours.put(day, read.canonical());
            }
        });
        return hours;
    }
}
