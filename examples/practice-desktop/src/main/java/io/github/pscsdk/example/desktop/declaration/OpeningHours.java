package io.github.pscsdk.example.desktop.declaration;

import io.github.pscsdk.example.declaration.hours.EditedDay;
import io.github.pscsdk.example.declaration.hours.EditedWeek;
import io.github.pscsdk.example.declaration.hours.WeekHours;
import io.github.pscsdk.example.desktop.field.Week;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Opening hours, read with the library of the declaration. */
public final class OpeningHours {
    private OpeningHours() {}

    /**
     * Lays a week that is written in one text out by day, such as {@code lundi : 8h-12h et 14h-19h | mardi : fermé}.
     *
     * @return empty if the text is not a list of days, each named once and in French, and nothing else
     */
    public static Optional<Week> layOut(String text) {
        return WeekHours.read(text)
                .filter(week -> !text.isBlank() && week.rest().isEmpty())
                .map(OpeningHours::typed);
    }

    /** A text that lays the week out that may be meant by one that does not. */
    public static Optional<String> suggestion(String text) {
        return WeekHours.suggestion(text).map(week -> week.canonical().replace("\n", " | "));
    }

    /** The hours of one day, as they are typed. */
    public static Week.Day day(String text) {
        return typed(EditedWeek.of(Map.of(DayOfWeek.MONDAY, text)).days().get(DayOfWeek.MONDAY));
    }

    static EditedWeek edited(Week week) {
        var days = new EnumMap<DayOfWeek, EditedDay>(DayOfWeek.class);
        week.days().forEach((day, typed) -> days.put(day, edited(typed)));
        return new EditedWeek(days);
    }

    private static EditedDay edited(Week.Day day) {
        var ranges = IntStream.range(0, Week.RANGES)
                .mapToObj(i ->
                        new EditedDay.Range(day.times().get(2 * i), day.times().get(2 * i + 1)))
                .toList();
        return new EditedDay(ranges, day.remark());
    }

    private static Week typed(WeekHours week) {
        var texts = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        week.days().forEach((day, hours) -> texts.put(day, hours.canonical()));
        var days = new EnumMap<DayOfWeek, Week.Day>(DayOfWeek.class);
        EditedWeek.of(texts).days().forEach((day, edited) -> days.put(day, typed(edited)));
        return new Week(days);
    }

    private static Week.Day typed(EditedDay day) {
        var times = new ArrayList<String>();
        for (var range : day.ranges()) {
            times.add(range.from());
            times.add(range.to());
        }
        return new Week.Day(times, day.remark());
    }
}
