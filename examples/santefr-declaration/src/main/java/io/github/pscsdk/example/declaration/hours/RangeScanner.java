package io.github.pscsdk.example.declaration.hours;

import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code range *( sep range )} of the hours grammar, character by character, from left to right, once.
 *
 * <pre>
 * range = time *SP ("-" | "–" | "à") *SP time
 * time  = 1*2DIGIT ("h" | "H" | ":") [ 2DIGIT ]
 * sep   = "/" | "et" | "," | ";" | "|" | "puis"
 * </pre>
 */
final class RangeScanner {
    private static final String[] DASHES = {"-", "–", "à"};
    private static final String[] SEPARATORS = {"/", "et", ",", ";", "|", "puis"};

    private final String text;
    private int at;

    /** Two times as written: they may be no times of a day at all. */
    record Written(int startHour, int startMinute, int endHour, int endMinute) {}

    RangeScanner(String text) {
        this.text = text;
    }

    /** The ranges, if the whole text is a list of them. */
    Optional<List<Written>> ranges() {
        var ranges = new ArrayList<Written>();
        do {
            var range = range();
            if (range == null) {
                return Optional.empty();
            }
            ranges.add(range);
        } while (skipOneOf(SEPARATORS));
        skipBlanks();
        return at == text.length() ? Optional.of(ranges) : Optional.empty();
    }

    private Written range() {
        skipBlanks();
        var start = time();
        if (start == null || !skipOneOf(DASHES)) {
            return null;
        }
        skipBlanks();
        var end = time();
        return end == null ? null : new Written(start[0], start[1], end[0], end[1]);
    }

    /** Hour and minute. */
    private int[] time() {
        var hour = digits(1, 2);
        if (hour < 0 || at == text.length() || "hH:".indexOf(text.charAt(at)) < 0) {
            return null;
        }
        at++;
        var minute = digits(2, 2);
        return new int[] {hour, Math.max(minute, 0)};
    }

    /** The number written in so many digits; -1 and no move if there are fewer. */
    private int digits(int fewest, int most) {
        var value = 0;
        var length = 0;
        while (length < most && at + length < text.length() && isDigit(text.charAt(at + length))) {
            value = 10 * value + text.charAt(at + length) - '0';
            length++;
        }
        if (length < fewest) {
            return -1;
        }
        at += length;
        return value;
    }

    private boolean skipOneOf(String... words) {
        var before = at;
        skipBlanks();
        for (var word : words) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                at += word.length();
                return true;
            }
        }
        at = before;
        return false;
    }

    private void skipBlanks() {
        while (at < text.length() && Blanks.isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
