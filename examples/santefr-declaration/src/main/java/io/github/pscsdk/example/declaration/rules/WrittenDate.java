package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.text.PlainText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A date with its year in a text of hours, such as {@code 30/06/2021} or {@code 1er juillet 2021}.
 *
 * @param text as written
 */
record WrittenDate(LocalDate day, String text) {
    private static final List<String> MONTHS = Arrays.stream(Month.values())
            .map(month -> PlainText.key(month.getDisplayName(TextStyle.FULL, Locale.FRENCH)))
            .toList();
    private static final Pattern DATE = Pattern.compile(
            "(?<![0-9])([0-9]{1,2})(?:er)?(?: *[/.] *([0-9]{1,2}) *[/.] *| +(\\p{L}+) +)" + "(20[0-9]{2})(?![0-9])");

    /** The latest date; empty if the text has none. */
    static Optional<WrittenDate> last(String text) {
        return DATE.matcher(text)
                .results()
                .flatMap(found -> read(found).stream())
                .max(Comparator.comparing(WrittenDate::day));
    }

    private static Optional<WrittenDate> read(MatchResult found) {
        var month = found.group(2) == null
                ? 1 + MONTHS.indexOf(PlainText.key(found.group(3)))
                : Integer.parseInt(found.group(2));
        try {
            var day = LocalDate.of(Integer.parseInt(found.group(4)), month, Integer.parseInt(found.group(1)));
            return Optional.of(new WrittenDate(day, found.group()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
