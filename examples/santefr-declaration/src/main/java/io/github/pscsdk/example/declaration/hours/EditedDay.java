package io.github.pscsdk.example.declaration.hours;

import io.github.pscsdk.example.declaration.hours.DayHours.Impossible;
import io.github.pscsdk.example.declaration.hours.DayHours.Open;
import io.github.pscsdk.example.declaration.hours.DayHours.Reason;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A day in the week editor: pairs of times, and a text for what is none. Anything may have been typed.
 *
 * @param ranges from and to; a pair of which both are blank says nothing
 * @param remark hours that are no ranges, such as {@code sur rendez-vous}; mostly blank
 */
public record EditedDay(List<Range> ranges, String remark) {
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

        private boolean isHalf() {
            return from.isEmpty() != to.isEmpty();
        }

        private static Range of(TimeRange range) {
            return new Range(clock(range.start()), clock(range.end()));
        }

        // As <input type="time"> takes it.
        private static String clock(int minutes) {
            return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
        }
    }

    /** What the editor shows of hours that were written or kept. */
    static EditedDay of(DayHours hours) {
        if (hours instanceof Open open) {
            return new EditedDay(open.ranges().stream().map(Range::of).toList(), "");
        }
        return new EditedDay(List.of(), hours instanceof DayHours.Closed ? "" : hours.canonical());
    }

    /** The hours that this is; half a range is impossible, and a remark is read together with the ranges. */
    public DayHours read() {
        var text = Stream.concat(Stream.of(written()), Stream.of(Blanks.trim(remark)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        if (ranges.stream().anyMatch(Range::isHalf)) {
            return new Impossible(text, Reason.HALF_A_RANGE);
        }
        return DayHours.read(text);
    }

    private String written() {
        return ranges.stream()
                .filter(range -> !range.isBlank())
                .map(range -> range.from() + "-" + range.to())
                .collect(Collectors.joining(" et "));
    }
}
