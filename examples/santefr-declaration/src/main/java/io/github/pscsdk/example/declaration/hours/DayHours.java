package io.github.pscsdk.example.declaration.hours;

import java.util.List;
import java.util.stream.Collectors;

/** The opening hours of one day, as far as they could be read. */
public sealed interface DayHours {
    /** The spelling of Santé.fr; reading it again gives an equal value. */
    String canonical();

    /**
     * Reads one day.
     *
     * @param text any text, such as {@code 8h30-12h / 14:00-18:00}, {@code fermé} or {@code sur rendez-vous}
     */
    static DayHours read(String text) {
        return DayParser.read(text);
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
        /** Copies. */
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
        /** The week editor was given an opening time without a closing time, or the other way round. */
        HALF_A_RANGE
    }
}
