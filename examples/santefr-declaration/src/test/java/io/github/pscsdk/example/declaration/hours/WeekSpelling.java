package io.github.pscsdk.example.declaration.hours;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ways in which people write a week. */
enum WeekSpelling {
    /** {@code lundi : 8h30-12h et 14h-18h | mardi : …} */
    A_LINE_FOR_EACH_DAY(" | ", false, " : ", " et ", "-", "h"),
    /** The same without anything between days. */
    DAYS_IN_A_ROW(" ", false, " : ", " / ", " - ", ":"),
    /** {@code lundi 8h30 à 12h puis 14h à 18h, mardi …} */
    IN_A_SENTENCE(", ", false, " ", " puis ", " à ", "h"),
    /** {@code le lundi de 8h30 à 12h et de 14h à 18h ; le mardi …} */
    WITH_ARTICLES(" ; ", false, " de ", " et de ", " à ", "h"),
    /** {@code lundi, mardi et jeudi : …} */
    DAYS_LISTED(" ; ", true, " : ", " et ", "-", "h"),
    /** {@code lundi & mardi 8:30–12:00, 14:00–18:00} */
    DAYS_WITH_AMPERSANDS("\n", true, " ", ", ", "–", ":"),
    /** {@code lundi/mardi : …} */
    DAYS_WITH_SLASHES(" | ", true, " : ", "/", "-", "H"),
    /** {@code lundi au jeudi et samedi : …} */
    DAYS_FROM_TO(" | ", true, " : ", " et ", " - ", "h"),
    /** {@code de 8h30 à 12h le lundi, de 14h à 18h le mardi} */
    HOURS_FIRST(", ", false, " ", " et de ", " à ", "h"),
    /** Closed days are named, too. */
    CLOSED_DAYS_NAMED(" | ", false, " : ", " et ", "-", "h"),
    /** {@code Fermé le lundi et le mardi, mercredi …} */
    CLOSED_DAYS_BEFORE(", ", false, " ", " puis ", " à ", "h"),
    /** {@code mercredi …, fermé le lundi et le mardi} */
    CLOSED_DAYS_BEHIND(", ", false, " ", " / ", "-", "h"),
    /** {@code lundi au dimanche : …, fermé le lundi et le mardi} where all days have the same hours */
    CLOSED_DAYS_WITHIN(" ; ", true, " : ", " et ", "-", "h");

    private static final List<String> NAMES =
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");

    private final String betweenEntries;
    private final boolean isGrouped;
    private final String beforeHours;
    private final String betweenRanges;
    private final String dash;
    private final String unit;

    WeekSpelling(
            String betweenEntries,
            boolean isGrouped,
            String beforeHours,
            String betweenRanges,
            String dash,
            String unit) {
        this.betweenEntries = betweenEntries;
        this.isGrouped = isGrouped;
        this.beforeHours = beforeHours;
        this.betweenRanges = betweenRanges;
        this.dash = dash;
        this.unit = unit;
    }

    String write(SortedMap<DayOfWeek, List<TimeRange>> week, Random random) {
        var closed = Stream.of(DayOfWeek.values())
                .filter(day -> !week.containsKey(day))
                .map(WeekSpelling::name)
                .collect(Collectors.joining(" et le "));
        return switch (closed.isEmpty() ? A_LINE_FOR_EACH_DAY : this) {
            case CLOSED_DAYS_BEFORE ->
                "Fermé le " + closed + List.of(", ", ". ", " ; ", " | ").get(random.nextInt(4)) + open(week, random);
            case CLOSED_DAYS_BEHIND ->
                open(week, random) + List.of(", ", ". ", " (", " - ", " | ").get(random.nextInt(5)) + "fermé le "
                        + closed;
            case CLOSED_DAYS_WITHIN ->
                Set.copyOf(week.values()).size() > 1
                        ? open(week, random)
                        : "lundi au dimanche : " + hours(week.get(week.firstKey()), random) + ", fermé le " + closed;
            default -> open(week, random);
        };
    }

    private String open(SortedMap<DayOfWeek, List<TimeRange>> week, Random random) {
        var entries = new ArrayList<String>();
        if (isGrouped) {
            var groups = new LinkedHashMap<List<TimeRange>, List<DayOfWeek>>();
            week.forEach((day, hours) ->
                    groups.computeIfAbsent(hours, first -> new ArrayList<>()).add(day));
            groups.forEach((hours, days) -> entries.add(names(days) + beforeHours + hours(hours, random)));
            return String.join(betweenEntries, entries);
        }
        for (var day : DayOfWeek.values()) {
            var name = random.nextBoolean()
                    ? name(day)
                    : name(day).substring(0, 1).toUpperCase() + name(day).substring(1);
            var hours = week.get(day);
            if (hours != null) {
                entries.add(entry(name, hours(hours, random)));
            } else if (this == CLOSED_DAYS_NAMED) {
                entries.add(name + " : " + (random.nextBoolean() ? "fermé" : "Fermé"));
            }
        }
        return String.join(betweenEntries, entries);
    }

    private String entry(String name, String hours) {
        return switch (this) {
            case HOURS_FIRST -> "de " + hours + " le " + name;
            case WITH_ARTICLES -> "le " + name + beforeHours + hours;
            default -> name + beforeHours + hours;
        };
    }

    private String names(List<DayOfWeek> days) {
        var names = days.stream().map(WeekSpelling::name).toList();
        return switch (this) {
            case DAYS_WITH_AMPERSANDS -> String.join(" & ", names);
            case DAYS_WITH_SLASHES -> String.join("/", names);
            case DAYS_FROM_TO -> fromTo(days);
            default -> String.join(", ", names);
        };
    }

    private static String fromTo(List<DayOfWeek> days) {
        var runs = new LinkedHashMap<DayOfWeek, DayOfWeek>();
        DayOfWeek first = null;
        for (var day : days) {
            if (first == null || runs.get(first).getValue() + 1 != day.getValue()) {
                first = day;
            }
            runs.put(first, day);
        }
        return runs.entrySet().stream().map(WeekSpelling::run).collect(Collectors.joining(" et "));
    }

    private static String run(Map.Entry<DayOfWeek, DayOfWeek> run) {
        return run.getKey() == run.getValue() ? name(run.getKey()) : name(run.getKey()) + " au " + name(run.getValue());
    }

    private String hours(List<TimeRange> ranges, Random random) {
        return ranges.stream()
                .map(range -> time(range.start(), random) + dash + time(range.end(), random))
                .collect(Collectors.joining(betweenRanges));
    }

    private String time(int minutes, Random random) {
        var minute = minutes % 60 == 0 && !unit.equals(":") && random.nextBoolean()
                ? ""
                : String.format("%02d", minutes % 60);
        return (random.nextBoolean() ? String.valueOf(minutes / 60) : String.format("%02d", minutes / 60))
                + unit
                + minute;
    }

    private static String name(DayOfWeek day) {
        return NAMES.get(day.ordinal());
    }
}
