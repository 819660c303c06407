package io.github.pscsdk.example.declaration.rules;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/** V-DATE: the offer may not close before it opens. */
final class DateRule {
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern FRENCH = Pattern.compile("\\d{2}/\\d{2}/\\d{4}");
    private static final DateTimeFormatter FRENCH_DATE =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private DateRule() {}

    /** Compares two dates that were checked; one that could not be read has its remark already. */
    static void checkOrder(Optional<String> opens, Optional<String> closes, String field, Findings findings) {
        var opening = opens.flatMap(DateRule::read);
        var closing = closes.flatMap(DateRule::read);
        if (opening.isPresent() && closing.isPresent() && closing.get().isBefore(opening.get())) {
            findings.add(Remark.DATE_CLOSES_FIRST, field);
        }
    }

    static Optional<LocalDate> read(String text) {
        try {
            if (ISO.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text));
            }
            if (FRENCH.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text, FRENCH_DATE));
            }
            return Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
