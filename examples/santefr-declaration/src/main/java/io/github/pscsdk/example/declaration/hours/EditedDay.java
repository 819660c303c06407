package io.github.pscsdk.example.declaration.hours;

import io.github.pscsdk.example.declaration.hours.DayHours.Open;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A day in the week editor: pairs of times, and a text for what is none. Anything may have been typed.
 *
 * @param ranges from and to; a pair of which both are blank says nothing
 * @param remark hours that are no ranges, such as {@code sur rendez-vous}; mostly blank
 */
public record EditedDay(List<Range> ranges, String remark) {
    // Stands for the time that is missing in the text of half a range.
    private static final String MISSING = "?";
    private static final String BETWEEN = " et ";
    private static final String TIME = "(?:\\d[\\dhH:.]{0,6}|\\?)";
    private static final String RANGE = TIME + "-" + TIME;
    private static final Pattern TEXT = Pattern.compile(
            "(" + RANGE + "(?:" + BETWEEN + RANGE + "){0," + (DayHours.MOST_RANGES - 1) + "})(?: (\\S.*))?",
            Pattern.DOTALL);

    public EditedDay {
        ranges = List.copyOf(ranges);
        Objects.requireNonNull(remark, "remark");
    }

    /**
     * A pair of times as typed, such as {@code 08:30} or {@code 8h30}.
     *
     * @param from when it opens
     * @param to when it closes
     */
    public record Range(String from, String to) {
        public Range {
            from = Blanks.trim(from);
            to = Blanks.trim(to);
        }

        private boolean isBlank() {
            return from.isEmpty() && to.isEmpty();
        }

        private String written() {
            return (from.isEmpty() ? MISSING : from) + "-" + (to.isEmpty() ? MISSING : to);
        }

        private static Range of(TimeRange range) {
            return new Range(clock(range.start()), clock(range.end()));
        }

        // As <input type="time"> takes it.
        private static String clock(int minutes) {
            return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
        }
    }

    /** What the editor shows of hours that were written or kept: pairs as they were typed, whether they can be or not. */
    static EditedDay of(DayHours hours) {
        if (hours instanceof Open open) {
            return new EditedDay(open.ranges().stream().map(Range::of).toList(), open.remark());
        }
        return hours instanceof DayHours.Closed ? new EditedDay(List.of(), "") : typed(hours.canonical());
    }

    /** The pairs at the beginning of a text that {@link #text} made; the rest is the remark. */
    private static EditedDay typed(String text) {
        var parts = TEXT.matcher(text);
        return parts.matches()
                ? new EditedDay(
                        Stream.of(parts.group(1).split(BETWEEN))
                                .map(range -> range.split("-"))
                                .map(times -> new Range(shown(times[0]), shown(times[1])))
                                .toList(),
                        Optional.ofNullable(parts.group(2)).orElse(""))
                : new EditedDay(List.of(), text);
    }

    private static String shown(String time) {
        return time.equals(MISSING) ? "" : time;
    }

    /** Whether a text tells of a time that is missing, as {@link #text} does. */
    static boolean hasHalfARange(String text) {
        return text.contains("-" + MISSING) || text.contains(MISSING + "-");
    }

    /** The hours that this is; a remark is read together with the ranges. */
    public DayHours read() {
        return DayHours.read(text());
    }

    private String text() {
        var written = ranges.stream()
                .filter(range -> !range.isBlank())
                .map(Range::written)
                .collect(Collectors.joining(BETWEEN));
        return Stream.of(written, Blanks.trim(remark))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
