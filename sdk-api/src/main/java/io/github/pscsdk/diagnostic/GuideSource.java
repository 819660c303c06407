package io.github.pscsdk.diagnostic;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a part of the login guide was read.
 *
 * @param name the publication, in the person's language
 * @param date when it was published or read, as ISO 8601 writes a year, a month or a day; empty where that is not known
 */
public record GuideSource(String name, Optional<String> date) {
    private static final int MONTH = "2023-11".length();
    private static final int DAY = "2023-11-02".length();

    public GuideSource {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(date, "date");
    }

    /** Name and date for a person, such as {@code …, novembre 2023}; the name alone where there is no date. */
    public String inWords(Locale locale) {
        return name + date.map(iso -> ", " + words(iso, locale)).orElse("");
    }

    private static String words(String iso, Locale locale) {
        if (iso.length() == DAY) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(locale)
                    .format(LocalDate.parse(iso));
        }
        return iso.length() == MONTH
                ? DateTimeFormatter.ofPattern("MMMM yyyy", locale).format(YearMonth.parse(iso))
                : iso;
    }
}
