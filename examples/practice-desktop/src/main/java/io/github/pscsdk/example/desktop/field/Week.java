package io.github.pscsdk.example.desktop.field;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The opening hours of a week, as typed.
 *
 * @param days from Monday to Sunday, without those on which nothing is typed
 */
public record Week(Map<DayOfWeek, Day> days) {
    /** How many pairs of times a day has room for. */
    public static final int RANGES = 3;

    private static final String BETWEEN = "\t";

    /** Copies; leaves empty days out. */
    public Week {
        var typed = new EnumMap<DayOfWeek, Day>(DayOfWeek.class);
        typed.putAll(days);
        typed.values().removeIf(Day::isEmpty);
        days = Collections.unmodifiableMap(typed);
    }

    /**
     * A day.
     *
     * @param times opens, closes, opens again, and so on: always a place for each; empty where nothing is typed
     * @param remark hours that are no times
     */
    public record Day(List<String> times, String remark) {
        /** On which nothing is typed. */
        public static final Day EMPTY = new Day(List.of(), "");

        /** Fills up with empty places. */
        public Day {
            Objects.requireNonNull(remark, "remark");
            times = Stream.concat(times.stream(), Stream.generate(() -> ""))
                    .limit(2 * RANGES)
                    .toList();
        }

        private boolean isEmpty() {
            return remark.isBlank() && times.stream().allMatch(String::isBlank);
        }
    }

    /** The day as typed. */
    public Day day(DayOfWeek day) {
        return days.getOrDefault(day, Day.EMPTY);
    }

    /** As the value of a field: a line for each day on which something is typed. Empty where that is none. */
    public String text() {
        return days.entrySet().stream()
                .map(day -> day.getKey()
                        + BETWEEN
                        + String.join(BETWEEN, day.getValue().times())
                        + BETWEEN
                        + day.getValue().remark())
                .collect(Collectors.joining("\n"));
    }

    /** The week of a text by {@link #text}; lines that are not of it are left out. */
    public static Week read(String text) {
        var days = new EnumMap<DayOfWeek, Day>(DayOfWeek.class);
        text.lines().forEach(line -> {
            var parts = List.of(line.split(BETWEEN, -1));
            Stream.of(DayOfWeek.values())
                    .filter(day -> parts.size() == 2 * RANGES + 2 && day.name().equals(parts.get(0)))
                    .forEach(day ->
                            days.put(day, new Day(parts.subList(1, 2 * RANGES + 1), parts.get(2 * RANGES + 1))));
        });
        return new Week(days);
    }
}
