package io.github.pscsdk.example.declaration.hours;

import io.github.pscsdk.example.declaration.hours.DayHours.Closed;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The opening hours of a week.
 *
 * @param days from Monday to Sunday, without the closed ones
 */
public record WeekHours(Map<DayOfWeek, DayHours> days) {
    /** Copies; leaves closed days out. */
    public WeekHours {
        var open = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        open.putAll(days);
        open.values().removeIf(Closed.class::isInstance);
        days = Collections.unmodifiableMap(open);
    }

    /**
     * Reads a week written in one text, such as {@code lundi : 8h00-12h00 et 14h00-19h00 | mardi : fermé}.
     *
     * @return empty if the text is not a list of days, each named once
     */
    public static Optional<WeekHours> read(String text) {
        return WeekParser.read(text);
    }

    /** One line per open day, such as {@code Lundi : 08h30-12h30 et 14h00-19h00}; reading it gives an equal week. */
    public String canonical() {
        return days.entrySet().stream()
                .map(day -> FrenchDay.of(day.getKey()).title() + " : "
                        + day.getValue().canonical())
                .collect(Collectors.joining("\n"));
    }
}
