package io.github.pscsdk.example.declaration.hours;

import io.github.pscsdk.example.declaration.hours.RangeScanner.Written;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The opening hours of one day, as far as they could be read. */
public sealed interface DayHours {
    /** The most ranges that one day has. */
    int MOST_RANGES = 3;

    /** The spelling of Santé.fr; reading it again gives an equal value. */
    String canonical();

    /**
     * Reads one day.
     *
     * @param text any text, such as {@code 8h30-12h / 14:00-18:00}, {@code fermé} or {@code sur rendez-vous}
     */
    static DayHours read(String text) {
        var trimmed = Blanks.trim(text);
        if (Set.of("", "fermé", "fermé au public").contains(trimmed.toLowerCase(Locale.ROOT))) {
            return new Closed();
        }
        return new RangeScanner(trimmed)
                .ranges()
                .map(written -> checked(trimmed, written))
                .orElseGet(() -> EditedDay.hasHalfARange(trimmed)
                        ? new Impossible(trimmed, Reason.HALF_A_RANGE)
                        : new Unread(trimmed));
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
            if (range.startMinute() > 59 || range.endMinute() > 59 || start >= TimeRange.DAY || end > TimeRange.DAY) {
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

    /** Closed, or nothing said. */
    record Closed() implements DayHours {
        @Override
        public String canonical() {
            return "fermé";
        }
    }

    /**
     * Open.
     *
     * @param ranges one to three, apart from each other, in the order of the day
     */
    record Open(List<TimeRange> ranges) implements DayHours {
        public Open {
            ranges = List.copyOf(ranges);
        }

        @Override
        public String canonical() {
            return ranges.stream().map(TimeRange::canonical).collect(Collectors.joining(" et "));
        }
    }

    /**
     * Outside the grammar: kept for people to read.
     *
     * @param text as written, without the blanks around it
     */
    record Unread(String text) implements DayHours {
        @Override
        public String canonical() {
            return text;
        }
    }

    /**
     * In the grammar, but no day can have such hours.
     *
     * @param text as written, without the blanks around it
     * @param reason what is wrong with it
     */
    record Impossible(String text, Reason reason) implements DayHours {
        @Override
        public String canonical() {
            return text;
        }
    }

    /** Why hours cannot be. */
    enum Reason {
        /** Such as {@code 25h00} or {@code 12h75}. */
        NO_SUCH_TIME,
        /** A range closes at the time it opens, or before. */
        ENDS_BEFORE_START,
        /** Two ranges overlap, or the later one comes first. */
        OUT_OF_ORDER,
        /** More than three ranges. */
        TOO_MANY_RANGES,
        /** An opening time without a closing time, or the other way round, such as {@code 08:30-?} of the week editor. */
        HALF_A_RANGE
    }
}
