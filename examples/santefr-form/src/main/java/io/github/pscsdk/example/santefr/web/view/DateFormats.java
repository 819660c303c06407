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
        var texts = Frame.texts(language);
        var time = DateTimeFormatter.ofPattern(texts.get("time.pattern"), language.locale());
        var local = instant.atZone(FRANCE);
        return texts.get("moment", date(local.toLocalDate(), language.locale()), time.format(local));
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
