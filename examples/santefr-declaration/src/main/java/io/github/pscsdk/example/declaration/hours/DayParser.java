package io.github.pscsdk.example.declaration.hours;

import io.github.pscsdk.example.declaration.hours.DayHours.Closed;
import io.github.pscsdk.example.declaration.hours.DayHours.Impossible;
import io.github.pscsdk.example.declaration.hours.DayHours.Open;
import io.github.pscsdk.example.declaration.hours.DayHours.Reason;
import io.github.pscsdk.example.declaration.hours.DayHours.Unread;
import io.github.pscsdk.example.declaration.hours.RangeScanner.Written;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads one day: is it closed, a list of ranges, and can such ranges be? */
final class DayParser {
    private static final Set<String> CLOSED = Set.of("", "fermé", "fermé au public");
    private static final int MOST_RANGES = 3;
    private static final int DAY = 24 * 60;

    private DayParser() {}

    static DayHours read(String text) {
        var trimmed = Blanks.trim(text);
        if (CLOSED.contains(trimmed.toLowerCase(Locale.ROOT))) {
            return new Closed();
        }
        return new RangeScanner(trimmed)
                .ranges()
                .map(written -> checked(trimmed, written))
                .orElseGet(() -> new Unread(trimmed));
    }

    private static DayHours checked(String text, List<Written> written) {
        if (written.size() > MOST_RANGES) {
            return new Impossible(text, Reason.TOO_MANY_RANGES);
        }
        var ranges = new ArrayList<TimeRange>();
        var free = 0;
        for (var range : written) {
            var start = range.startHour() * 60 + range.startMinute();
            var end = range.endHour() * 60 + range.endMinute();
            if (range.startMinute() > 59 || range.endMinute() > 59 || start >= DAY || end > DAY) {
                return new Impossible(text, Reason.NO_SUCH_TIME);
            }
            if (start >= end) {
                return new Impossible(text, Reason.ENDS_BEFORE_START);
            }
            if (start < free) {
                return new Impossible(text, Reason.OUT_OF_ORDER);
            }
            ranges.add(new TimeRange(start, end));
            free = end;
        }
        return new Open(ranges);
    }
}
