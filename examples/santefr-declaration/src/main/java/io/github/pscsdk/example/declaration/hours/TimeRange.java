package io.github.pscsdk.example.declaration.hours;

/**
 * From one time of a day to another, in minutes after midnight; to a later one in {@link DayHours.Open}.
 *
 * @param end 1440 is midnight at the end of the day
 */
public record TimeRange(int start, int end) {
    static final int DAY = 24 * 60;

    /** The spelling of Santé.fr, such as {@code 08h30-12h30}. */
    public String canonical() {
        return canonical(start) + "-" + canonical(end);
    }

    private static String canonical(int minutes) {
        return twoDigits(minutes / 60) + "h" + twoDigits(minutes % 60);
    }

    // Not String.format, which takes longer than all rules of a declaration.
    private static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
