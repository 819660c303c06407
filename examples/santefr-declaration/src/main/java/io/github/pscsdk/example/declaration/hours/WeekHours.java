package io.github.pscsdk.example.declaration.hours;

import io.github.pscsdk.example.declaration.hours.DayHours.Closed;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The opening hours of a week.
 *
 * @param days from Monday to Sunday, without the closed ones
 */
public record WeekHours(Map<DayOfWeek, DayHours> days) {
    // "lundi au vendredi : …" is not two days: a name counts only before a colon or the word for closed.
    private static final Pattern DAY = Pattern.compile(
            "(?<!\\p{L})(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?:[\\s\\u00A0]{0,9}:|[\\s\\u00A0]{1,9}(?=fermé))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Copies; leaves closed days out. */
    public WeekHours {
        var open = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        open.putAll(days);
        open.values().removeIf(Closed.class::isInstance);
        days = Collections.unmodifiableMap(open);
    }

    /**
     * Reads a week written in one text, such as {@code lundi : 8h00-12h00 et 14h00-19h00 | mardi : fermé}. It is cut at the names
     * of the days: the files put a bar between two days, but now and then forget it.
     *
     * @return empty if the text is not a list of days, each named once
     */
    public static Optional<WeekHours> read(String text) {
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

    /** One line per open day, such as {@code Lundi : 08h30-12h30 et 14h00-19h00}; reading it gives an equal week. */
    public String canonical() {
        return days.entrySet().stream()
                .map(day -> FrenchDay.of(day.getKey()).title() + " : "
                        + day.getValue().canonical())
                .collect(Collectors.joining("\n"));
    }

    /** The days as the published files name them, in the order of {@link DayOfWeek}. */
    private enum FrenchDay {
        LUNDI,
        MARDI,
        MERCREDI,
        JEUDI,
        VENDREDI,
        SAMEDI,
        DIMANCHE;

        static FrenchDay of(DayOfWeek day) {
            return values()[day.ordinal()];
        }

        DayOfWeek day() {
            return DayOfWeek.values()[ordinal()];
        }

        String title() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }
}
