package io.github.pscsdk.example.santefr.web.form;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.hours.DayHours;
import io.github.pscsdk.example.declaration.hours.EditedDay;
import io.github.pscsdk.example.declaration.hours.EditedWeek;
import io.github.pscsdk.example.santefr.web.view.Note;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The hours of an offer, a row for each day.
 *
 * @param name of the field, such as {@code offers[0].hours}
 * @param days from Monday
 */
public record WeekEditor(String name, List<Day> days) {
    public WeekEditor {
        days = List.copyOf(days);
    }

    /**
     * A day.
     *
     * @param name of the field, such as {@code offers[0].hours.monday}
     * @param label the day's
     * @param ranges as many as may be typed
     * @param remark what is no range
     * @param notes what the rules remark
     */
    public record Day(String name, String label, List<EditedDay.Range> ranges, String remark, List<Note> notes) {
        public Day {
            ranges = List.copyOf(ranges);
            notes = List.copyOf(notes);
        }

        /** Where a link leads to. */
        public String id() {
            return Anchors.of(name);
        }

        /** Whether an error is at it. */
        public boolean isInvalid() {
            return notes.stream().anyMatch(note -> note.look().equals("error"));
        }
    }

    /** Where a link leads to. */
    public String id() {
        return Anchors.of(name);
    }

    static WeekEditor of(String offer, EditedWeek week, Notes notes) {
        var name = offer + ".hours";
        return new WeekEditor(
                name,
                Arrays.stream(DayOfWeek.values())
                        .map(day -> day(
                                name + "." + key(day),
                                label(day, notes.language()),
                                week.days().get(day),
                                notes))
                        .toList());
    }

    static String key(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static Day day(String name, String label, EditedDay edited, Notes notes) {
        var ranges = new ArrayList<>(edited.ranges());
        while (ranges.size() < DayHours.MOST_RANGES) {
            ranges.add(new EditedDay.Range("", ""));
        }
        return new Day(name, label, ranges, edited.remark(), notes.at(name));
    }

    private static String label(DayOfWeek day, Language language) {
        var name = day.getDisplayName(TextStyle.FULL, language.locale());
        return name.substring(0, 1).toUpperCase(language.locale()) + name.substring(1);
    }
}
