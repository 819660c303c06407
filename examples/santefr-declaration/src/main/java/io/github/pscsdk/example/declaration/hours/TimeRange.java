package io.github.pscsdk.example.declaration.hours;

import java.util.Locale;

/**
 * From one time of a day to a later one.
 *
 * @param start minutes after midnight
 * @param end minutes after midnight; 1440 is midnight at the end of the day
 */
public record TimeRange(int start, int end) {
    static final int DAY = 24 * 60;

    /** Refuses what is no range. */
    public TimeRange {
        if (start < 0 || end > DAY || start >= end) {
            throw new IllegalArgumentException("a range starts before it ends, within one day");
        }
    }

    /** The spelling of Santé.fr, such as {@code 08h30-12h30}. */
    public String canonical() {
        return canonical(start) + "-" + canonical(end);
    }

    private static String canonical(int minutes) {
        return String.format(Locale.ROOT, "%02dh%02d", minutes / 60, minutes % 60);
    }
}
