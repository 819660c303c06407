package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.GuideSource;
import io.github.pscsdk.diagnostic.Texts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Where a part of the guide was read, and when. */
final class GuideSourceWords {
    private static final int MONTH = "2023-11".length();
    private static final int DAY = "2023-11-02".length();

    private final Texts texts;

    GuideSourceWords(Texts texts) {
        this.texts = texts;
    }

    String of(GuideSource source) {
        return source.date()
                .map(date -> texts.get(
                        "guide.source.dated",
                        source.name(),
                        date(date, texts.language().locale())))
                .orElseGet(() -> texts.get("guide.source", source.name()));
    }

    /** A year, a month or a day, as ISO 8601 writes it. */
    private static String date(String iso, Locale locale) {
        if (iso.length() == DAY) {
            var style = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
            return LocalDate.parse(iso).format(style);
        }
        return iso.length() == MONTH
                ? YearMonth.parse(iso).format(DateTimeFormatter.ofPattern("MMMM yyyy", locale))
                : iso;
    }
}
