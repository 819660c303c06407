package io.github.pscsdk.example.declaration.hours;

import io.github.pscsdk.example.declaration.hours.DayHours.Closed;
import io.github.pscsdk.example.declaration.hours.DayHours.Open;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The opening hours of a week.
 *
 * @param days from Monday to Sunday, without the closed ones
 * @param rest what was written beside the days
 */
public record WeekHours(Map<DayOfWeek, DayHours> days, Optional<String> rest) {
    private static final List<String> NAMES =
            List.of("Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche");

    /** Copies; leaves closed days out. */
    public WeekHours {
        var open = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        open.putAll(days);
        open.values().removeIf(Closed.class::isInstance);
        days = Collections.unmodifiableMap(open);
    }

    /**
     * Reads a week written in one text, such as {@code lundi au jeudi 8h-12h et 14h-19h | vendredi : fermé | sur
     * rendez-vous}. Where it is not certain what belongs to which day, nothing is read.
     *
     * @return empty if the text is not a list of days, each named once
     */
    public static Optional<WeekHours> read(String text) {
        return WeekReader.read(Blanks.trim(text));
    }

    /** The week that may be meant by a text that is none as it stands. */
    public static Optional<WeekHours> suggestion(String text) {
        var mended = TypingMistakes.mended(text);
        return read(mended)
                .filter(week -> !mended.equals(text) && week.rest().isEmpty())
                .filter(week -> week.days().values().stream().allMatch(Open.class::isInstance));
    }

    public Map<DayOfWeek, String> texts() {
        var texts = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        days.forEach((day, hours) -> texts.put(day, hours.canonical()));
        return texts;
    }

    /**
     * Each open day, such as {@code Lundi : 08h30-12h30 et 14h00-19h00}, then the rest, with bars between them; reading
     * it gives an equal week.
     */
    public String canonical() {
        var lines = days.entrySet().stream()
                .map(day -> NAMES.get(day.getKey().ordinal()) + " : "
                        + day.getValue().canonical());
        return Stream.concat(lines, rest.stream()).collect(Collectors.joining(" | "));
    }
}
