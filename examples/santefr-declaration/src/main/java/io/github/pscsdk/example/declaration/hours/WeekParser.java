package io.github.pscsdk.example.declaration.hours;

import io.github.pscsdk.example.declaration.text.Blanks;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a week at the names of its days. The files put a bar between two days, but now and then forget it. */
final class WeekParser {
    // "lundi au vendredi : …" is not two days: a name counts only before a colon or the word for closed.
    private static final Pattern DAY = Pattern.compile(
            "(?<!\\p{L})(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?:[\\s\\u00A0]{0,9}:|[\\s\\u00A0]{1,9}(?=fermé))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private WeekParser() {}

    static Optional<WeekHours> read(String text) {
        var names = DAY.matcher(text);
        var week = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        var found = names.find();
        var before = found ? text.substring(0, names.start()) : text;
        if (!withoutBars(before).isEmpty()) {
            return Optional.empty();
        }
        while (found) {
            var day = dayOf(names);
            var start = names.end();
            found = names.find();
            var hours = text.substring(start, found ? names.start() : text.length());
            if (week.put(day, DayHours.read(withoutBars(hours))) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new WeekHours(week));
    }

    private static DayOfWeek dayOf(Matcher name) {
        return FrenchDay.valueOf(name.group(1).toUpperCase(Locale.ROOT)).day();
    }

    private static String withoutBars(String text) {
        return Blanks.trim(text, c -> c == '|' || Blanks.isBlank(c));
    }
}
