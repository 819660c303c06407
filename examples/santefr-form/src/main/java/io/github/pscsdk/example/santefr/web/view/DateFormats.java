package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.diagnostic.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Days and times in the reader's language, on the clocks of metropolitan France. */
final class DateFormats {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private DateFormats() {}

    static String of(Instant instant, Language language) {
        var day = instant.atZone(FRANCE).toLocalDate();
        return Frame.texts(language).get("moment", date(day, language.locale()), time(instant, language));
    }

    /** The time of day. */
    static String time(Instant instant, Language language) {
        return DateTimeFormatter.ofPattern(Frame.texts(language).get("time.pattern"), language.locale())
                .format(instant.atZone(FRANCE));
    }

    /** A date of a declaration; a draft may hold anything. */
    static String ofDay(String text, Language language) {
        try {
            return date(LocalDate.parse(text), language.locale());
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    private static String date(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }
}
