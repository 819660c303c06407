package io.github.pscsdk.example.declaration.hours;

import io.github.pscsdk.example.declaration.hours.DayHours.Open;
import java.time.DayOfWeek;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The minutes in which hours are open, as the grammar has read them: what {@link SlowWeekReader} says by itself. */
public final class OpenMinutes {
    private OpenMinutes() {}

    /** Of each day of a week; empty where a day is no hours. */
    public static Optional<List<BitSet>> of(WeekHours week) {
        var ranges = new TreeMap<DayOfWeek, List<TimeRange>>();
        week.days().forEach((day, hours) -> {
            if (hours instanceof Open open) {
                ranges.put(day, open.ranges());
            }
        });
        return Optional.of(ranges)
                .filter(read -> !read.isEmpty() && read.size() == week.days().size())
                .map(OpenMinutes::of);
    }

    static List<BitSet> of(Map<DayOfWeek, List<TimeRange>> week) {
        return Stream.of(DayOfWeek.values())
                .map(day -> of(week.getOrDefault(day, List.of())))
                .toList();
    }

    public static BitSet of(List<TimeRange> ranges) {
        var minutes = new BitSet();
        ranges.forEach(range -> minutes.set(range.start(), range.end()));
        return minutes;
    }
}
